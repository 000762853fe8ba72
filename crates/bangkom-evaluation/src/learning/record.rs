use bangkom_domain::id::{BatchId, InstrumentId, ProgramId};
use serde::{Deserialize, Serialize};

use super::Verdict;
use crate::compare::Comparison;

/// What the participants of one program learned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramEvaluation {
    /// The program.
    pub program: ProgramId,
    /// The figures of the whole program and its batches, by instrument.
    pub learning: Vec<Learning>,
    /// What may be concluded so far: a proposal.
    pub verdict: Verdict,
}

/// Scores before and after on one instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// The instrument.
    pub instrument: InstrumentId,
    /// The batch; absent for the whole program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<BatchId>,
    /// After minus before.
    pub change: Comparison,
}
