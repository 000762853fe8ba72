use serde::{Deserialize, Serialize};

use crate::basis::ConfidenceLevel;

/// Scale on which the interval of a survival share is symmetric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurvivalInterval {
    /// The share itself, cut at 0 and 1.
    Plain,
    /// Its logarithm, cut at 1; R's default.
    Log,
    /// The logarithm of minus its logarithm; stays inside 0..1.
    #[default]
    LogLog,
}

/// Choices for [`kaplan_meier`](super::kaplan_meier).
///
/// # Examples
///
/// ```
/// use bangkom_stats::survival::{SurvivalInterval, SurvivalOptions};
///
/// let options = SurvivalOptions::default().tau(90.0).interval(SurvivalInterval::Log);
/// assert_eq!(options.tau, Some(90.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct SurvivalOptions {
    /// End of the restricted mean, in the unit of the times; `None` takes the last time.
    pub tau: Option<f64>,
    /// Scale of the pointwise intervals.
    pub interval: SurvivalInterval,
    /// Confidence level.
    pub level: ConfidenceLevel,
}

impl SurvivalOptions {
    /// Sets the end of the restricted mean.
    #[must_use]
    pub fn tau(mut self, tau: f64) -> Self {
        self.tau = Some(tau);
        self
    }

    /// Sets the scale of the intervals.
    #[must_use]
    pub fn interval(mut self, interval: SurvivalInterval) -> Self {
        self.interval = interval;
        self
    }

    /// Sets the level.
    #[must_use]
    pub fn level(mut self, level: ConfidenceLevel) -> Self {
        self.level = level;
        self
    }
}
