use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::RaterId;

use crate::exact::GridLevel;

/// What an observation is about, once links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Topic {
    /// The competency at this place of the catalog.
    Competency(u32),
    /// The result of work.
    Performance,
    /// Behaviour at work.
    Behaviour,
}

/// One answer on the grid, ready to be summed.
///
/// The order of the fields is the order in which observations are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Observation {
    /// The place of the person or unit in its ordered list.
    pub subject: u32,
    /// What it is about.
    pub topic: Topic,
    /// The kind of its source.
    pub kind: SourceKind,
    /// Who gave it.
    pub rater: Option<RaterId>,
    /// The level.
    pub level: GridLevel,
    /// Decay × link share, in steps of 2^-48 / 1000.
    pub weight: u64,
    /// How many answers it stands for.
    pub count: u32,
    /// How old it is.
    pub age_days: u32,
    /// A hash of the id of its record, the same in any row and file.
    pub key: u64,
}
