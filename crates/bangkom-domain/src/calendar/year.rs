use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::Period;
use crate::enumeration::enumeration;
use crate::json::schema;
use crate::preset::Source;

schema! {
    /// The version of the calendar document.
    CalendarSchema for CalendarYear = "bangkom.calendar/1"
}

/// The days off and the working slots of one year: one replaceable file.
#[doc(alias = "kalender kerja")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The version of this form.
    pub schema: CalendarSchema,
    /// The year.
    pub year: i32,
    /// Where the days off come from.
    pub source: Source,
    /// The days off beside the days of the week without slots.
    pub days_off: Vec<DayOff>,
    /// The slots of each day of the week; a day without slots is not worked.
    pub week: Vec<WeekdaySlots>,
    /// The shorter slots of the fasting month.
    #[doc(alias = "Ramadan")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fasting_month: Option<FastingMonth>,
}

/// One day off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayOff {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayOffKind,
    /// Its name.
    pub name: String,
}

enumeration! {
    /// Why a day is off.
    DayOffKind {
        /// National holiday.
        NationalHoliday => "national_holiday", "libur nasional", "national holiday";
        /// Joint leave.
        JointLeave => "joint_leave", "cuti bersama", "joint leave";
        /// A day off of the city alone.
        Local => "local", "libur daerah", "local day off";
    }
}

/// The slots of one day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekdaySlots {
    /// The day of the week.
    pub weekday: Weekday,
    /// Its slots in order of time.
    pub slots: Vec<Slot>,
}

/// A stretch of working time, the smallest piece that a session takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// When it begins.
    pub from: NaiveTime,
    /// When it ends, the same day.
    pub to: NaiveTime,
}

/// The slots of the fasting month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FastingMonth {
    /// Its days.
    pub period: Period,
    /// Where its days and hours come from.
    pub source: Source,
    /// The slots of each day of the week in it, in place of those of the year.
    pub week: Vec<WeekdaySlots>,
}
