use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{PersonId, ProgramId};
use crate::json::schema;
use crate::measure::LearningHours;
use crate::privacy::Personal;
use crate::program::DeliveryMethod;

schema! {
    /// The version of the ledger document.
    HoursLedgerSchema for HoursLedger = "bangkom.hours_ledger/1"
}

/// Every credit of learning hours: pure accounting.
#[doc(alias = "JP")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursLedger {
    /// The version of this form.
    pub schema: HoursLedgerSchema,
    /// The credits, ordered by person, date and activity.
    pub entries: Vec<HoursEntry>,
}

/// One credit of learning hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursEntry {
    /// Who.
    pub person: PersonId,
    /// The last day of the activity.
    pub date: NaiveDate,
    /// The hours credited.
    pub hours: Personal<LearningHours>,
    /// The form of the activity.
    pub method: DeliveryMethod,
    /// The program, where it was one of the catalog.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<ProgramId>,
    /// The last day on which its certificate holds, where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
}
