use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A working day of the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The date.
    pub date: NaiveDate,
    /// How many slots are worked that day, 1 to 64.
    pub slots: u16,
}

/// Slots from `from` up to, not including, `to`.
///
/// The slots of all days are numbered in one row, from 0.
///
/// ```
/// use bangkom_schedule::timetable::Window;
///
/// let morning = Window { from: 8, to: 11 };
/// assert!(morning.contains(8) && !morning.contains(11));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The first slot.
    pub from: u32,
    /// The slot after the last.
    pub to: u32,
}

impl Window {
    /// Whether the slot is within.
    pub fn contains(&self, slot: u32) -> bool {
        (self.from..self.to).contains(&slot)
    }
}

/// Slots that are better not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Avoid {
    /// Which slots.
    pub window: Window,
    /// What each of them costs, in units of the rule on preferred times.
    pub cost: u32,
}

/// What one calendar may hold on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayLimits {
    /// The most slots on a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slots: Option<u16>,
    /// The most slots in a row without a free one between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<u16>,
    /// The least number of free working slots from the last slot of a day to the first slot of
    /// the next calendar day, for enough rest overnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub night: Option<u16>,
}
