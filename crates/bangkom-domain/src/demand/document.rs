use serde::{Deserialize, Serialize};

use super::DemandRow;
use crate::json::schema;
use crate::preset::Provenance;

schema! {
    /// The version of the demand document.
    DemandSchema for Demand = "bangkom.demand/1"
}

/// Who should get which program, and what a seat is worth: a proposal.
#[doc(alias = "usulan kebutuhan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The version of this form.
    pub schema: DemandSchema,
    /// What it was made from.
    pub provenance: Provenance,
    /// One row for each person and program, ordered by person, then program.
    pub rows: Vec<DemandRow>,
}
