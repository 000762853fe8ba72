use bangkom_domain::id::{CohortId, PersonId, SiteId, UnitId};
use bangkom_domain::resources::StaffingRule;
use serde::{Deserialize, Serialize};

use super::{DayLimits, Window};

/// Somebody who attends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The unit that the person is away from while attending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// When the person cannot attend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<Window>,
    /// The most slots of a day and in a row, and the rest overnight.
    #[serde(default)]
    pub limits: DayLimits,
}

/// People who attend several batches together.
#[doc(alias = "rombongan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cohort {
    /// Its code.
    pub id: CohortId,
    /// Its people, as far as they are known by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
    /// The most slots of a day and in a row, and the rest overnight.
    #[serde(default)]
    pub limits: DayLimits,
}

/// A unit whose people attend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its code.
    pub id: UnitId,
    /// Where its people work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// How many people it has.
    pub headcount: u32,
    /// How many of them may be away on a day; no limit where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staffing: Option<StaffingRule>,
}

impl Person {
    /// Somebody of no known unit who can always attend.
    pub fn new(id: PersonId) -> Self {
        Self {
            id,
            unit: None,
            unavailable: Vec::new(),
            limits: DayLimits::default(),
        }
    }
}

impl Cohort {
    /// A cohort whose people are not known by name.
    pub fn new(id: CohortId) -> Self {
        Self {
            id,
            people: Vec::new(),
            limits: DayLimits::default(),
        }
    }
}
