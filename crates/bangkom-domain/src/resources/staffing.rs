use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::id::UnitId;
use crate::measure::Permille;

/// How many people a unit can spare for training on a day and in the horizon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffingRule {
    /// The unit; the rule counts the people assigned to it, not those of units below.
    pub unit: UnitId,
    /// The greatest share of its people away on a day.
    pub max_away: Permille,
    /// The least number of people on duty on a working day.
    pub min_on_duty: u32,
    /// The days on which nobody may be away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blackout: Vec<Period>,
    /// The greatest number of person-days away in the horizon; no limit where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_person_days: Option<u32>,
    /// Lifts the cap of a working day to one person where shares would forbid anybody.
    #[serde(default)]
    pub at_least_one: bool,
}

impl StaffingRule {
    /// How many of `headcount` people may be away on a day that is no blackout day.
    ///
    /// # Formula
    /// ```text
    /// cap = min(⌊headcount × share⌋, headcount − minimum on duty), at least 0,
    /// lifted to 1 by `at_least_one` where the unit has anybody
    /// ```
    pub fn away_cap(&self, headcount: u32) -> u32 {
        let by_share = u64::from(headcount) * u64::from(self.max_away.get()) / 1_000;
        let by_duty = headcount.saturating_sub(self.min_on_duty);
        let cap = u32::try_from(by_share).unwrap_or(u32::MAX).min(by_duty);
        if self.at_least_one {
            cap.max(headcount.min(1))
        } else {
            cap
        }
    }
}
