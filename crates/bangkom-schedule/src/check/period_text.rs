use std::fmt;

use bangkom_domain::calendar::Period;
use serde::{Deserialize, Serialize};

/// A period as texts show it: first day, "..", last day.
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_schedule::PeriodText;
/// use chrono::NaiveDate;
///
/// let day = NaiveDate::from_ymd_opt(2026, 3, 2).ok_or("no date")?;
/// assert_eq!(PeriodText(Period::day(day)).to_string(), "2026-03-02..2026-03-02");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PeriodText(
    /// The period.
    pub Period,
);

impl fmt::Display for PeriodText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.0.first(), self.0.last())
    }
}
