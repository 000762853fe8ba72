use bangkom_domain::id::{BatchId, InstrumentId, ProgramId, UnitId};
use bangkom_domain::results::Occasion;
use serde::{Deserialize, Serialize};

use crate::compare::Comparison;
use crate::verdict::Verdict;

/// What the participants of one program learned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramEvaluation {
    /// The program.
    pub program: ProgramId,
    /// The figures of the whole program, its batches and agencies, by instrument.
    pub learning: Vec<Learning>,
    /// What may be concluded so far: a proposal.
    pub verdict: Verdict,
}

/// Scores of two occasions on one instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// The instrument.
    pub instrument: InstrumentId,
    /// The batch; absent for the whole program and for an agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<BatchId>,
    /// The agency; absent for the whole program and for a batch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The first occasion.
    pub from: Occasion,
    /// The second occasion.
    pub to: Occasion,
    /// Second minus first.
    pub change: Comparison,
    /// The least change of one person that is beyond measurement error, in score units; absent
    /// where the reliability is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detectable: Option<f64>,
    /// What of the gain was left later, where that was measured; only of the whole program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
}

impl Learning {
    /// Whether it is of the whole program.
    pub(crate) const fn is_whole(&self) -> bool {
        self.batch.is_none() && self.unit.is_none()
    }
}

/// What of a gain was left at a later measurement, of those measured three times.
///
/// # Formula
///
/// ```text
/// retention   (later - before) / (after - before)
/// transfer    (later - before) / (target - before)
/// ```
///
/// of means; absent where the divisor is not positive.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// How many were measured three times.
    pub people: u32,
    /// The share of the gain that was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<f64>,
    /// The share of the way to the target, the mastery score, that was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<f64>,
}
