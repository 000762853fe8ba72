//! Short ways to write ids, dates and measures that are right by construction.

use std::fmt::Debug;

use bangkom_domain::calendar::Period;
use bangkom_domain::measure::{Importance, LearningHours, Level, Permille};
use chrono::NaiveDate;

/// The id with this code.
#[expect(
    clippy::expect_used,
    reason = "codes of the generator are literals and counters"
)]
pub(crate) fn id<T: TryFrom<String, Error: Debug>>(code: impl Into<String>) -> T {
    T::try_from(code.into()).expect("a code of the generator is visible ASCII")
}

/// The day, or the first of 1970 for a date that does not exist.
pub(crate) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The period, or its first day alone when the days are reversed.
pub(crate) fn period(first: NaiveDate, last: NaiveDate) -> Period {
    Period::new(first, last).unwrap_or(Period::day(first))
}

pub(crate) fn level(number: u32) -> Level {
    Level::new(number.clamp(1, 5)).unwrap_or(Level::MIN)
}

pub(crate) fn importance(number: u32) -> Importance {
    Importance::new(number.clamp(1, 5)).unwrap_or(Importance::MIN)
}

pub(crate) fn hours(number: u32) -> LearningHours {
    LearningHours::new(number).unwrap_or(LearningHours::MIN)
}

pub(crate) fn permille(number: u32) -> Permille {
    Permille::new(number.min(1_000)).unwrap_or(Permille::MIN)
}

/// The value to three decimals, so that documents stay readable.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}
