use serde::{Deserialize, Serialize};

use crate::StatsError;

/// Confidence level of an interval, strictly between 0 and 1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
///
/// assert_eq!(ConfidenceLevel::default().get(), 0.95);
/// assert!(ConfidenceLevel::new(1.0).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct ConfidenceLevel(f64);

impl ConfidenceLevel {
    /// Checks a level.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] unless `0 < level < 1`.
    ///
    /// # Examples
    ///
    /// ```
    /// let level = bangkom_stats::ConfidenceLevel::new(0.9)?;
    /// assert_eq!(level.get(), 0.9);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn new(level: f64) -> Result<Self, StatsError> {
        if level > 0.0 && level < 1.0 {
            Ok(Self(level))
        } else {
            Err(StatsError::parameter("level", level, 0.0, 1.0))
        }
    }

    /// The level, for example 0.95.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// Share left out on both sides together: one minus the level.
    pub const fn alpha(self) -> f64 {
        1.0 - self.0
    }

    /// Share left out on each side: half of one minus the level.
    pub const fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }
}

impl Default for ConfidenceLevel {
    fn default() -> Self {
        Self(0.95)
    }
}

impl TryFrom<f64> for ConfidenceLevel {
    type Error = StatsError;

    fn try_from(level: f64) -> Result<Self, StatsError> {
        Self::new(level)
    }
}

impl From<ConfidenceLevel> for f64 {
    fn from(level: ConfidenceLevel) -> Self {
        level.0
    }
}
