use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::CompetencyGroup;
use crate::id::CompetencyId;
use crate::measure::Level;

/// One competency of a dictionary.
#[doc(alias = "kompetensi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Its code.
    pub id: CompetencyId,
    /// Its official name.
    pub name: String,
    /// Its group.
    pub group: CompetencyGroup,
    /// The version of the dictionary it comes from, such as `PermenPANRB 38/2017`.
    pub dictionary: String,
    /// The first day on which this wording holds, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// What shows each level; levels may be missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
}

/// What shows that somebody has reached a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The level.
    pub level: Level,
    /// What somebody at this level does.
    pub text: String,
}
