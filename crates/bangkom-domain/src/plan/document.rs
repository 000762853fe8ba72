use serde::{Deserialize, Serialize};

use super::Batch;
use crate::calendar::Period;
use crate::json::schema;
use crate::preset::Provenance;

schema! {
    /// The version of the plan document.
    PlanSchema for Plan = "bangkom.plan/1"
}

/// Which batches run, when, where, with whom: a proposal until it is decided.
#[doc(alias = "rencana pengembangan kompetensi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The version of this form.
    pub schema: PlanSchema,
    /// What it was made from.
    pub provenance: Provenance,
    /// The days that it covers.
    pub horizon: Period,
    /// The batches, ordered by id.
    pub batches: Vec<Batch>,
}
