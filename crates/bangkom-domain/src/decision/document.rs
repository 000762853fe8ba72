use serde::{Deserialize, Serialize};

use super::Decision;
use crate::json::schema;

schema! {
    /// The version of the decisions document.
    DecisionsSchema for Decisions = "bangkom.decisions/1"
}

/// What officials decided; respected on the next run.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    /// The version of this form.
    pub schema: DecisionsSchema,
    /// The decisions, the earliest first.
    pub decisions: Vec<Decision>,
}
