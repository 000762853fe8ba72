//! Performance appraisals: result of work and behaviour against expectation.
//!
//! # References
//! PermenPANRB 6/2022: both ratings are above, as, or below expectation.

use std::io::Read;

use bangkom_domain::evidence::{
    Aspect, EvidenceRecord, EvidenceSource, Expectation, ScaleError, SourceKind, Subject,
};
use bangkom_domain::id::SourceId;
use chrono::NaiveDate;

use crate::header::Column;
use crate::record::{self, About};
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
/// [`ScaleError`]: never for the bounds given here.
///
/// ```
/// use bangkom_domain::id::SourceId;
///
/// let source = bangkom_tabular::appraisal::source(SourceId::new("skp")?)?;
/// assert_eq!(source.scale.high(), 3.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn source(id: SourceId) -> Result<EvidenceSource, ScaleError> {
    record::source(id, SourceKind::Appraisal, (1.0, 3.0))
}

/// Reads appraisals: two records a row, one on the result of work, one on behaviour.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_domain::id::SourceId;
/// use bangkom_tabular::{ReadOptions, appraisal};
/// # let people = known::people();
/// let file = "nip;tahun;hasil_kinerja;perilaku_kerja\n\
///             199001012015032001;2025;Sesuai Ekspektasi;Di Atas Ekspektasi\n";
/// let source = SourceId::new("SKP")?;
/// let reading = appraisal::read(file.as_bytes(), &source, &people, &ReadOptions::default())?;
/// assert_eq!((reading.kept, reading.value.len()), (1, 2));
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
        let person = people.named(row, NUMBER);
        let day = row.parse(YEAR, Expected::Year, |cell| {
            NaiveDate::from_ymd_opt(cell.parse().ok()?, 12, 31)
        });
        let result = row.parse(RESULT, Expected::Word, rating);
        let behaviour = row.parse(BEHAVIOUR, Expected::Word, rating);
        let (person, date) = (person?, day?);
        let record = |aspect, name: &str, value: f64| {
            let key = format!("{source}/{person}/{date}/{name}");
            let subject = Subject::Person(person);
            let about = About {
                subject,
                aspect,
                date,
            };
            people.record(&key, source, about, value)
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
