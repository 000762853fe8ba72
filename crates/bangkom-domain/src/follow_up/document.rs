use serde::{Deserialize, Serialize};

use super::SupportAction;
use crate::json::schema;
use crate::preset::Provenance;

schema! {
    /// The version of the follow-up document.
    FollowUpSchema for FollowUp = "bangkom.follow_up/1"
}

/// Who still needs which support: a proposal.
#[doc(alias = "tindak lanjut")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The version of this form.
    pub schema: FollowUpSchema,
    /// What it was made from, where an engine made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
    /// The actions, ordered by person, program and support.
    pub actions: Vec<SupportAction>,
}
