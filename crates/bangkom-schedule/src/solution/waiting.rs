use bangkom_domain::id::{PersonId, ProgramId};
use bangkom_domain::measure::DemandValue;
use bangkom_domain::privacy::Personal;
use serde::{Deserialize, Serialize};

use super::Refusal;

/// One claim without a seat, and every reason why.
#[doc(alias = "daftar tunggu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaitingRow {
    /// Who.
    pub person: PersonId,
    /// Which program.
    pub program: ProgramId,
    /// What the seat is worth.
    pub value: Personal<DemandValue>,
    /// Whether the claim is mandatory.
    pub mandatory: bool,
    /// Every reason, in order; never empty.
    pub reasons: Vec<Refusal>,
}
