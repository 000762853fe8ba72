use std::fmt;

use serde::{Deserialize, Serialize};

/// How good a plan is: five levels, compared in this order, greater is better.
///
/// ```
/// use bangkom_schedule::Score;
///
/// let score = Score { hard: 0, mandatory: -2, stability: 0, value: 1234, quality: -12 };
/// assert_eq!(score.to_string(), "0hard/-2mandatory/0stability/1234value/-12quality");
/// assert!(score > Score { mandatory: -3, value: 9999, ..score });
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// Minus the number of violated hard rules.
    pub hard: i64,
    /// Minus the number of mandatory claims without a seat.
    pub mandatory: i64,
    /// Minus the weighted changes against the published plan.
    pub stability: i64,
    /// The sum of the values of the claims that have a seat.
    pub value: i64,
    /// Minus the weighted travel, lateness, waste, idle time and unevenness.
    pub quality: i64,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            hard,
            mandatory,
            stability,
            value,
            quality,
        } = self;
        write!(
            f,
            "{hard}hard/{mandatory}mandatory/{stability}stability/{value}value/{quality}quality"
        )
    }
}
