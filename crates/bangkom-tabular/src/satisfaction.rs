//! Satisfaction surveys that were summed up, one row a unit and survey.
//!
//! Answers of single respondents are read by [`survey`](crate::survey).

use std::io::Read;

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::SurveyElement;
use bangkom_domain::id::UnitId;
use bangkom_domain::results::{ElementAnswers, SatisfactionWave};

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::{Row, date, number};
use crate::{Expected, ReadOptions, Reading, TableError, TableFinding, sheet};

const TABLE: &str = "satisfaction";
const UNIT: &str = "kode_opd";
const FROM: &str = "mulai";
const TO: &str = "selesai";
const RESPONDENTS: &str = "responden";

const COLUMNS: &[Column] = &[
    Column::required(UNIT, &["opd", "unit layanan"]),
    Column::required(FROM, &["tanggal mulai"]),
    Column::required(TO, &["tanggal selesai"]),
    Column::required(RESPONDENTS, &["jumlah responden"]),
    Column::optional("persyaratan", &["kesesuaian persyaratan"]),
    Column::optional("prosedur", &["sistem, mekanisme, dan prosedur"]),
    Column::optional("waktu_penyelesaian", &["waktu pelayanan"]),
    Column::optional("biaya_tarif", &["biaya", "tarif"]),
    Column::optional("produk", &["produk spesifikasi jenis pelayanan"]),
    Column::optional("kompetensi_pelaksana", &["kompetensi petugas"]),
    Column::optional("perilaku_pelaksana", &["perilaku petugas"]),
    Column::optional("penanganan_pengaduan", &["pengaduan"]),
    Column::optional("sarana_prasarana", &["sarana dan prasarana", "sarana"]),
    Column::optional("simpangan_persyaratan", &[]),
    Column::optional("simpangan_prosedur", &[]),
    Column::optional("simpangan_waktu_penyelesaian", &[]),
    Column::optional("simpangan_biaya_tarif", &[]),
    Column::optional("simpangan_produk", &[]),
    Column::optional("simpangan_kompetensi_pelaksana", &[]),
    Column::optional("simpangan_perilaku_pelaksana", &[]),
    Column::optional("simpangan_penanganan_pengaduan", &[]),
    Column::optional("simpangan_sarana_prasarana", &[]),
];

/// The columns of mean and deviation of each element.
const ELEMENTS: &[(&str, &str, SurveyElement)] = &[
    (
        "persyaratan",
        "simpangan_persyaratan",
        SurveyElement::Requirements,
    ),
    ("prosedur", "simpangan_prosedur", SurveyElement::Procedure),
    (
        "waktu_penyelesaian",
        "simpangan_waktu_penyelesaian",
        SurveyElement::CompletionTime,
    ),
    ("biaya_tarif", "simpangan_biaya_tarif", SurveyElement::Fees),
    ("produk", "simpangan_produk", SurveyElement::Product),
    (
        "kompetensi_pelaksana",
        "simpangan_kompetensi_pelaksana",
        SurveyElement::StaffCompetence,
    ),
    (
        "perilaku_pelaksana",
        "simpangan_perilaku_pelaksana",
        SurveyElement::StaffBehaviour,
    ),
    (
        "penanganan_pengaduan",
        "simpangan_penanganan_pengaduan",
        SurveyElement::ComplaintHandling,
    ),
    (
        "sarana_prasarana",
        "simpangan_sarana_prasarana",
        SurveyElement::Facilities,
    ),
];

/// Reads surveys: means of each element that was asked, 1 to 4, with deviations where given.
///
/// ```
/// use bangkom_tabular::{ReadOptions, satisfaction};
///
/// let file = "opd;mulai;selesai;responden;prosedur;simpangan_prosedur;biaya\n\
///             DPMPTSP;05-01-2026;30-01-2026;150;3,2;0,6;3,5\n";
/// let reading = satisfaction::read(file.as_bytes(), &ReadOptions::default())?;
/// let elements = &reading.value[0].elements;
/// assert_eq!((elements.len(), elements[0].deviation, elements[1].deviation), (2, Some(0.6), None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    options: &ReadOptions,
) -> Result<Reading<Vec<SatisfactionWave>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let unit = row.parse(UNIT, Expected::Code, |cell| UnitId::new(cell).ok());
        let from = row.date(FROM);
        let to = row.parse(TO, Expected::DateFromBeginning, |cell| {
            date(cell).filter(|to| from.is_none_or(|from| *to >= from))
        });
        let respondents = row.parse(RESPONDENTS, Expected::WholeNumber, |cell| {
            cell.parse().ok().filter(|count: &u32| *count > 0)
        });
        let (elements, sound) = elements(row);
        let wave = SatisfactionWave {
            unit: unit?,
            period: Period::new(from?, to?).ok()?,
            respondents: respondents?,
            elements,
        };
        sound.then_some(Numbered {
            row: row.number_of_row(),
            value: wave,
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    Ok(once(reading, (TABLE, FROM), |wave| {
        (wave.unit.clone(), wave.period)
    }))
}

/// The elements that were asked, and whether all that is given of them can be.
fn elements(row: &mut Row<'_>) -> (Vec<ElementAnswers>, bool) {
    let between = |low: f64, high: f64| {
        move |cell: &str| number(cell).filter(|value| (low..=high).contains(value))
    };
    let (mut all, mut sound) = (Vec::new(), true);
    for (mean, deviation, element) in ELEMENTS {
        let given = [row.text(mean).is_some(), row.text(deviation).is_some()];
        let mean = row.parse_optional(mean, Expected::OnScale, between(1.0, 4.0));
        let deviation = row.parse_optional(deviation, Expected::OnScale, between(0.0, 4.0));
        sound &= given == [mean.is_some(), deviation.is_some()];
        all.extend(mean.map(|mean| ElementAnswers {
            element: *element,
            mean,
            deviation,
        }));
    }
    if all.is_empty() && sound {
        let table = row.table();
        row.report(|row| TableFinding::EmptyCell {
            table,
            row,
            column: ELEMENTS[0].0,
        });
        sound = false;
    }
    (all, sound)
}
