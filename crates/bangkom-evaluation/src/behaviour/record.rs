use bangkom_domain::id::{InstrumentId, ProgramId};
use bangkom_domain::results::Occasion;
use serde::{Deserialize, Serialize};

use crate::agreement::ObserverAgreement;
use crate::compare::Comparison;
use crate::learning::Retention;

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
    /// How far observers agree on both occasions, where two or more saw the same person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<ObserverAgreement>,
    /// What of the change was left months later, and of the way to the target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
}
