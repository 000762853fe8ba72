use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::enumeration::enumeration;

enumeration! {
    /// Whether more is better.
    Direction {
        /// More is better, as with ratings.
        HigherIsBetter => "higher_is_better", "makin tinggi makin baik", "higher is better";
        /// Less is better, as with complaints.
        LowerIsBetter => "lower_is_better", "makin rendah makin baik", "lower is better";
    }
}

/// Why two numbers are not the bounds of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("a scale needs finite bounds with the lower first, got {low} to {high}")]
pub struct ScaleError {
    /// The lower bound given.
    pub low: f64,
    /// The upper bound given.
    pub high: f64,
}

/// The declared scale of a source; never guessed from the values seen.
///
/// ```
/// use bangkom_domain::evidence::{Direction, Scale};
///
/// let survey = Scale::new(1.0, 4.0, Direction::HigherIsBetter)?;
/// assert!(survey.contains(4.0) && !survey.contains(4.5));
/// # Ok::<(), bangkom_domain::evidence::ScaleError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawScale", into = "RawScale")]
pub struct Scale {
    low: f64,
    high: f64,
    direction: Direction,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScale {
    low: f64,
    high: f64,
    direction: Direction,
}

impl Scale {
    /// A scale from its bounds and direction.
    ///
    /// # Errors
    /// [`ScaleError`] when a bound is not finite or the lower is not below the upper.
    pub fn new(low: f64, high: f64, direction: Direction) -> Result<Self, ScaleError> {
        if low.is_finite() && high.is_finite() && low < high {
            Ok(Self {
                low,
                high,
                direction,
            })
        } else {
            Err(ScaleError { low, high })
        }
    }

    /// A scale whose bounds are known to be right.
    pub(super) const fn known(low: f64, high: f64) -> Self {
        Self {
            low,
            high,
            direction: Direction::HigherIsBetter,
        }
    }

    /// The lower bound.
    pub const fn low(self) -> f64 {
        self.low
    }

    /// The upper bound.
    pub const fn high(self) -> f64 {
        self.high
    }

    /// Whether more is better.
    pub const fn direction(self) -> Direction {
        self.direction
    }

    /// Whether the value lies on the scale; never for a value that is not a number.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

impl TryFrom<RawScale> for Scale {
    type Error = ScaleError;

    fn try_from(raw: RawScale) -> Result<Self, ScaleError> {
        Self::new(raw.low, raw.high, raw.direction)
    }
}

impl From<Scale> for RawScale {
    fn from(scale: Scale) -> Self {
        Self {
            low: scale.low,
            high: scale.high,
            direction: scale.direction,
        }
    }
}
