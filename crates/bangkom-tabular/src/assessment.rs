//! Scores of assessment centres and competency tests, 0 to 100.

use std::io::Read;

use bangkom_domain::evidence::{
    Aspect, Direction, EvidenceRecord, EvidenceSource, Scale, ScaleError, SourceKind, Subject,
};
use bangkom_domain::id::{CompetencyId, SourceId};

use crate::header::Column;
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
/// Never for the bounds given here; the type of [`Scale::new`].
///
/// ```
/// use bangkom_domain::id::SourceId;
///
/// let source = bangkom_tabular::assessment::source(SourceId::new("uji")?)?;
/// assert_eq!(source.scale.high(), 100.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn source(id: SourceId) -> Result<EvidenceSource, ScaleError> {
    let scale = Scale::new(0.0, 100.0, Direction::HigherIsBetter)?;
    Ok(EvidenceSource {
        id,
        kind: SourceKind::Assessment,
        scale,
        rate_per: None,
    })
}

/// Reads scores, one record a person and competency.
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
        Some(EvidenceRecord {
            id: people.evidence(&format!("{source}/{person}/{competency}/{date}")),
            source: source.clone(),
            subject: Subject::Person(person),
            aspect: Aspect::Competency(competency),
            value: score?.into(),
            date,
            rater: None,
            count: 1,
            exposure: None,
        })
    };
    sheet::read(input, TABLE, COLUMNS, options, parse)
}
