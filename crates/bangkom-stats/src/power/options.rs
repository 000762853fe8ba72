use serde::{Deserialize, Serialize};

use crate::{Alternative, StatsError};

/// Level and direction of the test whose power is asked.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{Alternative, power::PowerOptions};
///
/// let options = PowerOptions::default().alpha(0.01).alternative(Alternative::Greater);
/// assert_eq!(options.alpha, 0.01);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PowerOptions {
    /// Significance level, strictly between 0 and 1; 0.05 by default.
    pub alpha: f64,
    /// Direction of the test; two-sided by default.
    pub alternative: Alternative,
}

impl Default for PowerOptions {
    fn default() -> Self {
        Self {
            alpha: 0.05,
            alternative: Alternative::TwoSided,
        }
    }
}

impl PowerOptions {
    /// Sets the significance level.
    #[must_use]
    pub fn alpha(mut self, alpha: f64) -> Self {
        self.alpha = alpha;
        self
    }

    /// Sets the direction.
    #[must_use]
    pub fn alternative(mut self, alternative: Alternative) -> Self {
        self.alternative = alternative;
        self
    }

    /// Fails unless the level lies between 0 and 1.
    pub(super) fn checked(&self) -> Result<Self, StatsError> {
        if self.alpha > 0.0 && self.alpha < 1.0 {
            return Ok(*self);
        }
        Err(StatsError::parameter("alpha", self.alpha, 0.0, 1.0))
    }

    /// Fails unless the power lies between the level and 1.
    pub(super) fn check_power(&self, power: f64) -> Result<f64, StatsError> {
        if power > self.alpha && power < 1.0 {
            return Ok(power);
        }
        Err(StatsError::parameter("power", power, self.alpha, 1.0))
    }
}
