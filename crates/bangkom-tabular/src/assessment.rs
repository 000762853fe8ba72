//! Scores of assessment centres and competency tests, 0 to 100.

use std::io::Read;

use bangkom_domain::evidence::{
    Aspect, EvidenceRecord, EvidenceSource, ScaleError, SourceKind, Subject,
};
use bangkom_domain::id::{CompetencyId, SourceId};

use crate::header::Column;
use crate::record::{self, About};
use crate::row::Row;
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "assessment";
const NUMBER: &str = "nip";
const COMPETENCY: &str = "kode_kompetensi";
const SCORE: &str = "nilai";
const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::required(NUMBER, &["nip peserta", "nip asesi"]).personal(),
    Column::required(COMPETENCY, &["kompetensi"]),
    Column::required(SCORE, &["skor"]).personal(),
    Column::required(DATE, &["tgl", "tanggal uji"]),
];

/// The source to declare beside the records: 0 to 100 points.
///
/// # Errors
/// [`ScaleError`]: never for the bounds given here.
///
/// ```
/// use bangkom_domain::id::SourceId;
///
/// let source = bangkom_tabular::assessment::source(SourceId::new("uji")?)?;
/// assert_eq!(source.scale.high(), 100.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn source(id: SourceId) -> Result<EvidenceSource, ScaleError> {
    record::source(id, SourceKind::Assessment, (0.0, 100.0))
}

/// Reads scores, one record a person and competency.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_domain::id::SourceId;
/// use bangkom_tabular::{ReadOptions, assessment};
/// # let people = known::people();
/// let file = "nip;kode_kompetensi;nilai;tanggal\n199001012015032001;MAN.5;62,5;01-08-2025\n";
/// let source = SourceId::new("UJI")?;
/// let reading = assessment::read(file.as_bytes(), &source, &people, &ReadOptions::default())?;
/// assert_eq!(*reading.value[0].value.reveal(), 62.5);
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
        let competency = row.parse(COMPETENCY, Expected::Code, |cell| {
            CompetencyId::new(cell).ok()
        });
        let score = row.number_within(SCORE, 0.0, 100.0);
        let date = row.date(DATE);
        let (person, competency, date) = (person?, competency?, date?);
        let key = format!("{source}/{person}/{competency}/{date}");
        let about = About {
            subject: Subject::Person(person),
            aspect: Aspect::Competency(competency),
            date,
        };
        Some(people.record(&key, source, about, score?))
    };
    sheet::read(input, TABLE, COLUMNS, options, parse)
}
