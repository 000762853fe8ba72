use bangkom_domain::id::{BatchId, InstrumentId, ProgramId};
use bangkom_stats::Interval;
use serde::{Deserialize, Serialize};

use crate::compare::{Assumption, Doubt, NoOpinion, SecondOpinion};

/// How attenders found a program, on one questionnaire.
///
/// Liking says little about learning; it says whether people would come again. What a sturdier
/// method is asked is whether they lie above or below the middle of the scale.
///
/// # References
/// Alliger et al. 1997, reactions and learning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reaction {
    /// The program.
    pub program: ProgramId,
    /// The batch; absent for the whole program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<BatchId>,
    /// The questionnaire.
    pub instrument: InstrumentId,
    /// How many attended and may answer.
    pub may_answer: u32,
    /// How many did.
    pub answered: u32,
    /// Their mean on the scale; absent for groups that may not be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// Its interval; absent where all answered alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The mean as a share of the scale, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// What sturdier methods say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sturdier: Vec<SecondOpinion>,
    /// Why none has a say; absent where one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
    /// What the interval took for granted, and whether it holds.
    pub assumptions: Vec<Assumption>,
    /// What a reader should know beside the figures.
    pub doubts: Vec<Doubt>,
}

impl Reaction {
    /// The share of attenders who answered, 0 to 1; absent when nobody attended.
    pub fn response(&self) -> Option<f64> {
        (self.may_answer > 0).then(|| f64::from(self.answered) / f64::from(self.may_answer))
    }
}
