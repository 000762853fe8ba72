use serde::{Deserialize, Serialize};

use crate::decision::Decisions;
use crate::demand::Demand;
use crate::evidence::Evidence;
use crate::follow_up::FollowUp;
use crate::hours::HoursLedger;
use crate::json::schema;
use crate::plan::Plan;
use crate::results::Results;
use crate::roster::RosterData;

schema! {
    /// The version of the documents about people.
    DocumentsSchema for Documents = "bangkom.documents/1"
}

/// The documents that hold data about people, as many as there are.
///
/// It is also the form in which one person's data are handed over.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Documents {
    /// The version of this form.
    pub schema: DocumentsSchema,
    /// The roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roster: Option<RosterData>,
    /// The evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// The demand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand: Option<Demand>,
    /// The plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// The results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results: Option<Results>,
    /// The follow-ups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// The decisions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Decisions>,
    /// The learning hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<HoursLedger>,
}
