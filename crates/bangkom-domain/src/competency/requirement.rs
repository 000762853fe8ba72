use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{CompetencyId, PositionId, UnitId};
use crate::measure::{Importance, Level};

/// What the city or a unit wants its people to be able to do by a date.
///
/// The third ground of a need, beside the position held and the position to be held.
#[doc(alias = "kebutuhan strategis")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Whom it concerns.
    pub scope: Scope,
    /// The competency.
    pub competency: CompetencyId,
    /// The level required.
    pub level: Level,
    /// How much it matters.
    pub importance: Importance,
    /// By when.
    pub by: NaiveDate,
    /// Why, in the words of the authority.
    pub reason: String,
}

/// Whom a requirement concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The unit with all below it.
    pub unit: UnitId,
    /// Only holders of these positions; empty for everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<PositionId>,
}
