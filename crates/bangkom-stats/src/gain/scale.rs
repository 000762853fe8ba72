use serde::{Deserialize, Serialize};

use crate::StatsError;

/// Lowest and highest score that an instrument can give.
///
/// # Examples
///
/// ```
/// use bangkom_stats::gain::Scale;
///
/// let scale = Scale::new(0.0, 100.0)?;
/// assert_eq!(scale.high(), 100.0);
/// assert!(Scale::new(5.0, 5.0).is_err());
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Ends", into = "Ends")]
pub struct Scale {
    low: f64,
    high: f64,
}

/// The JSON form of a scale.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    low: f64,
    high: f64,
}

impl Scale {
    /// A scale in score units.
    ///
    /// # Examples
    ///
    /// ```
    /// assert!(bangkom_stats::gain::Scale::new(0.0, f64::NAN).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] unless both ends are finite and `low < high`.
    pub fn new(low: f64, high: f64) -> Result<Self, StatsError> {
        if !low.is_finite() {
            return Err(StatsError::parameter("low", low, f64::MIN, f64::MAX));
        }
        if !high.is_finite() || high <= low {
            return Err(StatsError::parameter("high", high, low, f64::MAX));
        }
        Ok(Self { low, high })
    }

    /// Lowest possible score.
    pub const fn low(self) -> f64 {
        self.low
    }

    /// Highest possible score.
    pub const fn high(self) -> f64 {
        self.high
    }

    /// Fails at the first score outside; NaN is missing, not outside.
    pub(crate) fn check(self, argument: &'static str, scores: &[f64]) -> Result<(), StatsError> {
        let outside = |x: &f64| *x < self.low || *x > self.high;
        match scores.iter().position(outside) {
            Some(index) => Err(StatsError::OutOfRange {
                argument,
                index: Some(index),
                value: scores[index],
                low: self.low,
                high: self.high,
            }),
            None => Ok(()),
        }
    }
}

impl TryFrom<Ends> for Scale {
    type Error = StatsError;

    fn try_from(ends: Ends) -> Result<Self, StatsError> {
        Self::new(ends.low, ends.high)
    }
}

impl From<Scale> for Ends {
    fn from(scale: Scale) -> Self {
        Self {
            low: scale.low,
            high: scale.high,
        }
    }
}
