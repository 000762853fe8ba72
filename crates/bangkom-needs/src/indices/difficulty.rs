use bangkom_stats::StatsError;
use serde::{Deserialize, Serialize};

/// What a frequent task means for training; sources differ, so it is asked and never assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FrequencyMeans {
    /// What is done often is needed more.
    MoreNeed,
    /// What is done often is practised at work, so training it is needed less.
    LessNeed,
}

/// The ends of a rating scale, checked: finite, at least 0, the low end below the high one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct RatingScale {
    low: f64,
    high: f64,
}

impl RatingScale {
    /// A scale between two ends.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] when an end is not finite, the low end is negative or not
    /// below the high one.
    pub fn new(low: f64, high: f64) -> Result<Self, StatsError> {
        let wrong = |argument, value, low, high| StatsError::OutOfRange {
            argument,
            index: None,
            value,
            low,
            high,
        };
        if !(0.0..f64::MAX).contains(&low) {
            return Err(wrong("low", low, 0.0, f64::MAX));
        }
        if !(high > low && high.is_finite()) {
            return Err(wrong("high", high, low, f64::MAX));
        }
        Ok(Self { low, high })
    }

    fn check(self, argument: &'static str, value: f64) -> Result<(), StatsError> {
        if (self.low..=self.high).contains(&value) {
            return Ok(());
        }
        Err(StatsError::OutOfRange {
            argument,
            index: None,
            value,
            low: self.low,
            high: self.high,
        })
    }
}

impl TryFrom<(f64, f64)> for RatingScale {
    type Error = StatsError;

    fn try_from((low, high): (f64, f64)) -> Result<Self, StatsError> {
        Self::new(low, high)
    }
}

impl From<RatingScale> for (f64, f64) {
    fn from(scale: RatingScale) -> Self {
        (scale.low, scale.high)
    }
}

/// Difficulty × importance × frequency of one task, from mean ratings on one scale.
///
/// # Formula
/// ```text
/// more need: D × I × F
/// less need: D × I × (low + high - F)
/// ```
///
/// # Errors
/// [`StatsError::OutOfRange`] for a rating off the scale or not a number.
///
/// # Examples
/// ```
/// use bangkom_needs::indices::{FrequencyMeans, RatingScale, difficulty_importance_frequency};
///
/// let scale = RatingScale::new(1.0, 5.0)?;
/// let score = |means| difficulty_importance_frequency(4.0, 5.0, 2.0, scale, means);
/// assert_eq!(score(FrequencyMeans::MoreNeed)?, 40.0);
/// assert_eq!(score(FrequencyMeans::LessNeed)?, 80.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Buckley and Caple 2009, the difficulty-importance-frequency analysis, both readings of
/// frequency.
pub fn difficulty_importance_frequency(
    difficulty: f64,
    importance: f64,
    frequency: f64,
    scale: RatingScale,
    means: FrequencyMeans,
) -> Result<f64, StatsError> {
    scale.check("difficulty", difficulty)?;
    scale.check("importance", importance)?;
    scale.check("frequency", frequency)?;
    let frequency = match means {
        FrequencyMeans::MoreNeed => frequency,
        FrequencyMeans::LessNeed => scale.low + scale.high - frequency,
    };
    Ok(difficulty * importance * frequency)
}
