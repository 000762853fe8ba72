use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why two dates are not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a period ends on or after its first day, got {first} to {last}")]
pub struct PeriodError {
    /// The first day given.
    pub first: NaiveDate,
    /// The last day given.
    pub last: NaiveDate,
}

/// Days from a first to a last, both included.
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use chrono::NaiveDate;
///
/// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
/// let leave = Period::new(day(2), day(6))?;
/// assert!(leave.contains(day(6)) && !leave.contains(day(7)));
/// assert_eq!(leave.days(), 5);
/// # Ok::<(), bangkom_domain::calendar::PeriodError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawPeriod", into = "RawPeriod")]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPeriod {
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// The days from `first` to `last`.
    ///
    /// # Errors
    /// [`PeriodError`] when `last` is before `first`.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, PeriodError> {
        if last < first {
            Err(PeriodError { first, last })
        } else {
            Ok(Self { first, last })
        }
    }

    /// The single day.
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// The first day.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// How many days it has, at least one.
    pub fn days(self) -> u32 {
        (self.last - self.first).num_days() as u32 + 1
    }

    /// Whether the day is one of them.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether the two have a day in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl TryFrom<RawPeriod> for Period {
    type Error = PeriodError;

    fn try_from(raw: RawPeriod) -> Result<Self, PeriodError> {
        Self::new(raw.first, raw.last)
    }
}

impl From<Period> for RawPeriod {
    fn from(period: Period) -> Self {
        Self {
            first: period.first,
            last: period.last,
        }
    }
}
