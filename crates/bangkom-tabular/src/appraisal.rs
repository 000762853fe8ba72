//! Performance appraisals: result of work and behaviour against expectation.
//!
//! # References
//! PermenPANRB 6/2022: both ratings are above, as, or below expectation.

use std::io::Read;

use bangkom_domain::evidence::{
    Aspect, Direction, EvidenceRecord, EvidenceSource, Expectation, Scale, ScaleError, SourceKind,
    Subject,
};
use bangkom_domain::id::SourceId;
use chrono::NaiveDate;

use crate::header::Column;
use crate::row::Row;
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "appraisal";
const NUMBER: &str = "nip";
const YEAR: &str = "tahun";
const RESULT: &str = "hasil_kinerja";
const BEHAVIOUR: &str = "perilaku_kerja";

const COLUMNS: &[Column] = &[
    Column::required(NUMBER, &["nipBaru", "nip_baru", "NIP Pegawai"]).personal(),
    Column::required(YEAR, &["tahunSkp"]),
    Column::required(RESULT, &["hasilKinerja", "Rating Hasil Kerja"]).personal(),
    Column::required(BEHAVIOUR, &["perilakuKerja", "Rating Perilaku Kerja"]).personal(),
];

/// The source to declare beside the records: 1 below, 2 as, 3 above expectation.
///
/// # Errors
/// Never for the bounds given here; the type of [`Scale::new`].
///
/// ```
/// use bangkom_domain::id::SourceId;
///
/// let source = bangkom_tabular::appraisal::source(SourceId::new("skp")?)?;
/// assert_eq!(source.scale.high(), 3.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn source(id: SourceId) -> Result<EvidenceSource, ScaleError> {
    let scale = Scale::new(1.0, 3.0, Direction::HigherIsBetter)?;
    Ok(EvidenceSource {
        id,
        kind: SourceKind::Appraisal,
        scale,
        rate_per: None,
    })
}

/// Reads appraisals: two records a row, one on the result of work, one on behaviour.
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
        let person = people.named(row, NUMBER);
        let day = row.parse(YEAR, Expected::Year, |cell| {
            NaiveDate::from_ymd_opt(cell.parse().ok()?, 12, 31)
        });
        let result = row.parse(RESULT, Expected::Word, rating);
        let behaviour = row.parse(BEHAVIOUR, Expected::Word, rating);
        let (person, date) = (person?, day?);
        let record = |aspect, name: &str, value: f64| EvidenceRecord {
            id: people.evidence(&format!("{source}/{person}/{date}/{name}")),
            source: source.clone(),
            subject: Subject::Person(person),
            aspect,
            value: value.into(),
            date,
            rater: None,
            count: 1,
            exposure: None,
        };
        Some([
            record(Aspect::Performance, RESULT, result?),
            record(Aspect::Behaviour, BEHAVIOUR, behaviour?),
        ])
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    Ok(reading.map(|pairs| pairs.into_iter().flatten().collect()))
}

fn rating(cell: &str) -> Option<f64> {
    Expectation::from_siasn(cell).map(|rating| f64::from(rating.value()))
}
