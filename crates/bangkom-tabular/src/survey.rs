//! Answers of citizens to the satisfaction survey, one row a respondent.
//!
//! The nine elements are found by name, never by position: the sample questionnaire asks the
//! last two in the other order.
//!
//! # References
//! PermenPANRB 14/2017.

use std::io::Read;

use bangkom_domain::evidence::{
    Aspect, EvidenceRecord, EvidenceSource, ScaleError, SourceKind, Subject, SurveyElement,
};
use bangkom_domain::id::{SourceId, UnitId};

use crate::header::Column;
use crate::record::{self, About};
use crate::row::{Row, number};
use crate::{Expected, People, ReadOptions, Reading, TableError, TableFinding, sheet};

const TABLE: &str = "survey";
const RESPONDENT: &str = "id_responden";
const UNIT: &str = "kode_opd";
const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::required(RESPONDENT, &["responden", "no responden", "id"]).personal(),
    Column::required(UNIT, &["opd", "kode unit", "unit layanan"]),
    Column::required(DATE, &["tgl", "tanggal survei", "waktu pengisian"]),
    Column::required("persyaratan", &["kesesuaian persyaratan"]),
    Column::required(
        "prosedur",
        &["sistem, mekanisme, dan prosedur", "kemudahan prosedur"],
    ),
    Column::required(
        "waktu_penyelesaian",
        &["waktu pelayanan", "kecepatan waktu"],
    ),
    Column::required("biaya_tarif", &["biaya", "tarif", "kewajaran biaya"]),
    Column::required(
        "produk",
        &["produk spesifikasi jenis pelayanan", "produk layanan"],
    ),
    Column::required(
        "kompetensi_pelaksana",
        &["kompetensi petugas", "kemampuan petugas"],
    ),
    Column::required(
        "perilaku_pelaksana",
        &["perilaku petugas", "kesopanan petugas"],
    ),
    Column::required(
        "penanganan_pengaduan",
        &["penanganan pengaduan, saran, dan masukan", "pengaduan"],
    ),
    Column::required("sarana_prasarana", &["sarana dan prasarana", "sarana"]),
];

const ELEMENTS: &[(&str, SurveyElement)] = &[
    ("persyaratan", SurveyElement::Requirements),
    ("prosedur", SurveyElement::Procedure),
    ("waktu_penyelesaian", SurveyElement::CompletionTime),
    ("biaya_tarif", SurveyElement::Fees),
    ("produk", SurveyElement::Product),
    ("kompetensi_pelaksana", SurveyElement::StaffCompetence),
    ("perilaku_pelaksana", SurveyElement::StaffBehaviour),
    ("penanganan_pengaduan", SurveyElement::ComplaintHandling),
    ("sarana_prasarana", SurveyElement::Facilities),
];

/// The source to declare beside the records: 1 (not good) to 4 (very good).
///
/// # Errors
/// [`ScaleError`]: never for the bounds given here.
///
/// ```
/// use bangkom_domain::id::SourceId;
///
/// let source = bangkom_tabular::survey::source(SourceId::new("skm")?)?;
/// assert_eq!((source.scale.low(), source.scale.high()), (1.0, 4.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn source(id: SourceId) -> Result<EvidenceSource, ScaleError> {
    record::source(id, SourceKind::SatisfactionSurvey, (1.0, 4.0))
}

/// Reads answers: one record for each element that was answered.
///
/// An empty answer is no answer, not a zero. A row is kept when at least one answer is valid.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_domain::id::SourceId;
/// use bangkom_tabular::{ReadOptions, survey};
/// # let people = known::people();
/// let file = "id_responden;kode_opd;tanggal;persyaratan;prosedur;waktu_penyelesaian;biaya;\
///             produk;kompetensi_pelaksana;perilaku_pelaksana;penanganan_pengaduan;sarana\n\
///             r1;DPMPTSP;03-02-2026;4;3;2;;3;3;4;3;4\n";
/// let source = SourceId::new("SKM")?;
/// let reading = survey::read(file.as_bytes(), &source, &people, &ReadOptions::default())?;
/// // Eight of the nine elements were answered.
/// assert_eq!((reading.kept, reading.value.len()), (1, 8));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    source: &SourceId,
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<EvidenceRecord>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let respondent = row.need(RESPONDENT);
        let unit = row.parse(UNIT, Expected::Code, |cell| UnitId::new(cell).ok());
        let date = row.date(DATE);
        let answers: Vec<_> = ELEMENTS
            .iter()
            .filter_map(|(column, element)| Some((*element, answer(row, column)?)))
            .collect();
        if answers.is_empty() {
            row.report(|row| TableFinding::EmptyCell {
                table: TABLE,
                row,
                column: ELEMENTS[0].0,
            });
            return None;
        }
        let (respondent, unit, date) = (respondent?, unit?, date?);
        let rater = people.rater(&format!("{source}/{unit}/{respondent}"));
        let record = |(element, value): (SurveyElement, f64)| {
            let key = format!("{source}/{unit}/{respondent}/{date}/{}", element.code());
            let about = About {
                subject: Subject::Unit(unit.clone()),
                aspect: Aspect::SurveyElement(element),
                date,
            };
            EvidenceRecord {
                rater: Some(rater),
                ..people.record(&key, source, about, value)
            }
        };
        Some(answers.into_iter().map(record).collect::<Vec<_>>())
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    Ok(reading.map(|rows| rows.into_iter().flatten().collect()))
}

fn answer(row: &mut Row<'_>, column: &'static str) -> Option<f64> {
    let on_scale = |value: &f64| (1.0..=4.0).contains(value);
    row.parse_optional(column, Expected::OnScale, |cell| {
        number(cell).filter(on_scale)
    })
}
