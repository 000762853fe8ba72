//! Ratings of competencies by superiors, peers, subordinates and oneself.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::evidence::{
    Aspect, Direction, EvidenceRecord, EvidenceSource, Scale, ScaleError, SourceKind, Subject,
};
use bangkom_domain::id::{CompetencyId, SourceId};

use crate::header::Column;
use crate::row::{Row, word};
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "ratings";
const NUMBER: &str = "nip_dinilai";
const RATER: &str = "penilai";
const RELATION: &str = "hubungan";
const COMPETENCY: &str = "kode_kompetensi";
const VALUE: &str = "nilai";
const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::required(NUMBER, &["nip", "nip pegawai", "nip yang dinilai"]).personal(),
    Column::required(RATER, &["nip_penilai", "kode penilai"]).personal(),
    Column::required(RELATION, &["jenis penilai", "peran"]),
    Column::required(COMPETENCY, &["kompetensi"]),
    Column::required(VALUE, &["skor", "level"]).personal(),
    Column::required(DATE, &["tgl", "tanggal penilaian"]),
];

const RELATIONS: &[(&str, SourceKind)] = &[
    ("atasan", SourceKind::Superior),
    ("rekan", SourceKind::Peer),
    ("rekan kerja", SourceKind::Peer),
    ("bawahan", SourceKind::Subordinate),
    ("diri sendiri", SourceKind::SelfRating),
    ("observasi", SourceKind::Observation),
];

/// The sources by relation, each on levels 1 to 5.
///
/// # Errors
/// Never for the bounds given here; the type of [`Scale::new`].
///
/// ```
/// use bangkom_domain::evidence::SourceKind;
/// use bangkom_domain::id::SourceId;
///
/// let id = SourceId::new("360/atasan")?;
/// let source = bangkom_tabular::ratings::source(id, SourceKind::Superior)?;
/// assert_eq!(source.scale.high(), 5.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn source(id: SourceId, kind: SourceKind) -> Result<EvidenceSource, ScaleError> {
    Ok(EvidenceSource {
        id,
        kind,
        scale: Scale::new(1.0, 5.0, Direction::HigherIsBetter)?,
        rate_per: None,
    })
}

/// Reads ratings; `sources` says which source each relation speaks for.
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    sources: &BTreeMap<SourceKind, SourceId>,
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<EvidenceRecord>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let person = people.named(row, NUMBER);
        let rater = row.need(RATER);
        let relation = row.parse(RELATION, Expected::Word, |cell| {
            sources.get(&word(cell, RELATIONS)?)
        });
        let competency = row.parse(COMPETENCY, Expected::Code, |cell| {
            CompetencyId::new(cell).ok()
        });
        let value = row.number_within(VALUE, 1.0, 5.0);
        let date = row.date(DATE);
        let (person, source) = (person?, relation?);
        let (competency, date, rater) = (competency?, date?, people.rater(rater?));
        Some(EvidenceRecord {
            id: people.evidence(&format!("{source}/{person}/{rater}/{competency}/{date}")),
            source: source.clone(),
            subject: Subject::Person(person),
            aspect: Aspect::Competency(competency),
            value: value?.into(),
            date,
            rater: Some(rater),
            count: 1,
            exposure: None,
        })
    };
    sheet::read(input, TABLE, COLUMNS, options, parse)
}
