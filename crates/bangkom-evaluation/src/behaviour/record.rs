use bangkom_domain::id::{InstrumentId, ProgramId};
use bangkom_domain::results::Occasion;
use serde::{Deserialize, Serialize};

use crate::compare::Comparison;

/// A change of observed behaviour between two occasions, over all batches of a program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BehaviourChange {
    /// The program.
    pub program: ProgramId,
    /// The instrument.
    pub instrument: InstrumentId,
    /// The first occasion.
    pub from: Occasion,
    /// The second occasion.
    pub to: Occasion,
    /// Second minus first, observers averaged for each person first.
    pub change: Comparison,
    /// Krippendorff's alpha (interval) of the observers on both occasions, where two or more
    /// saw the same person and their scores differ at all; 1 is full agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observer_alpha: Option<f64>,
}
