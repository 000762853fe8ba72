//! Ratings of competencies by superiors, peers, subordinates and oneself.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::evidence::{
    Aspect, EvidenceRecord, EvidenceSource, ScaleError, SourceKind, Subject,
};
use bangkom_domain::id::{CompetencyId, SourceId};

use crate::header::Column;
use crate::record::{self, About};
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
/// [`ScaleError`]: never for the bounds given here.
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
    record::source(id, kind, (1.0, 5.0))
}

/// Reads ratings; `sources` says which source each relation speaks for.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use std::collections::BTreeMap;
///
/// use bangkom_domain::{evidence::SourceKind, id::SourceId};
/// use bangkom_tabular::{ReadOptions, ratings};
/// # let people = known::people();
/// let file = "nip;penilai;hubungan;kompetensi;nilai;tanggal\n\
///             199001012015032001;R-7;Atasan;MAN.5;3,5;10-02-2026\n";
/// let sources = BTreeMap::from([(SourceKind::Superior, SourceId::new("360/ATASAN")?)]);
/// let reading = ratings::read(file.as_bytes(), &sources, &people, &ReadOptions::default())?;
/// assert_eq!(*reading.value[0].value.reveal(), 3.5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
        let key = format!("{source}/{person}/{rater}/{competency}/{date}");
        let about = About {
            subject: Subject::Person(person),
            aspect: Aspect::Competency(competency),
            date,
        };
        Some(EvidenceRecord {
            rater: Some(rater),
            ..people.record(&key, source, about, value?)
        })
    };
    sheet::read(input, TABLE, COLUMNS, options, parse)
}
