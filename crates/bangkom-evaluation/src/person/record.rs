use bangkom_domain::id::{BatchId, InstrumentId, PersonId, ProgramId};
use bangkom_domain::privacy::Personal;
use bangkom_stats::gain::ChangeClass;
use serde::{Deserialize, Serialize};

use super::{PersonClass, PersonReason};

/// One participant on one instrument; scores are mirrored where less is better, so that more is
/// always better, and averaged over observers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonOutcome {
    /// Who.
    pub person: PersonId,
    /// The program.
    pub program: ProgramId,
    /// The batch.
    pub batch: BatchId,
    /// The instrument.
    pub instrument: InstrumentId,
    /// Whether the person was there often enough; absent where attendance was not recorded.
    pub attended: Personal<Option<bool>>,
    /// The score before.
    pub before: Personal<Option<f64>>,
    /// The score at the end.
    pub after: Personal<Option<f64>>,
    /// The score months later.
    pub follow_up: Personal<Option<f64>>,
    /// Whether the change from before to after is beyond measurement error; absent where the
    /// reliability of the instrument is not known or a score is missing.
    pub change: Personal<Option<ChangeClass>>,
    /// The least change that is beyond measurement error, in score units; absent like `change`
    /// where the instrument cannot say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detectable: Option<f64>,
    /// Whether the score at the end reaches mastery; absent without a mark or a score.
    pub mastered: Personal<Option<bool>>,
    /// What became of the person.
    pub class: Personal<PersonClass>,
    /// Every reason for the class.
    pub reasons: Personal<Vec<PersonReason>>,
}
