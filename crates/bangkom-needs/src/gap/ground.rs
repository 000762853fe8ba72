use bangkom_domain::demand::Ground;
use bangkom_domain::measure::{Importance, Level, Nano};
use bangkom_domain::privacy::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Ask;

/// The distance from one thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroundGap {
    /// Who asks: the position held, the position to be held, or a strategic requirement.
    pub ground: Ground,
    /// The level asked.
    pub required: Level,
    /// How much it matters.
    pub importance: Importance,
    /// By when, where there is a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<NaiveDate>,
    /// Required minus current level where that is positive, in 1e-9 levels.
    pub gap: Personal<Nano>,
    /// Current minus required level where that is positive, in 1e-9 levels.
    pub surplus: Personal<Nano>,
    /// Gap × importance, in 1e-9.
    pub priority: Personal<Nano>,
}

impl GroundGap {
    /// The distance of a level from what is asked.
    pub(crate) fn new(ask: &Ask, current: Nano) -> Self {
        let required = Nano::from_units(i32::from(ask.level.get()));
        let gap = (required - current).or_zero();
        Self {
            ground: ask.ground,
            required: ask.level,
            importance: ask.importance,
            needed_by: ask.needed_by,
            gap: gap.into(),
            surplus: (current - required).or_zero().into(),
            priority: gap.times(u32::from(ask.importance.get())).into(),
        }
    }
}
