use bangkom_stats::gain::{ChangeClass, Scale};
use bangkom_stats::{ConfidenceLevel, StatsError};

/// The steps into which a scale is divided: scores count as whole steps, so that sums are exact.
pub(super) const STEPS: f64 = 16_777_216.0;

/// How the scores of one program are counted.
///
/// ```
/// use bangkom_evaluation::CountingRule;
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::gain::Scale;
///
/// let level = ConfidenceLevel::default();
/// let rule = CountingRule::new(Scale::new(0.0, 100.0)?).reliable(0.9, 12.0, level)?;
/// // 1.96 · √2 · 12 · √(1 - 0.9)
/// assert!((rule.detectable().unwrap() - 10.518).abs() < 0.001);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountingRule {
    scale: Scale,
    mastery: Option<f64>,
    detectable: Option<f64>,
}

impl CountingRule {
    /// Counts scores of this scale, more being better.
    pub const fn new(scale: Scale) -> Self {
        Self {
            scale,
            mastery: None,
            detectable: None,
        }
    }

    /// Sets the score from which somebody has mastered it.
    #[must_use]
    pub const fn mastery(mut self, score: f64) -> Self {
        self.mastery = Some(score);
        self
    }

    /// Classes persons in the same pass, by the reliability of the scores and their standard
    /// deviation before, in score units.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] for a reliability outside 0 to below 1 or a deviation that is
    /// not positive.
    ///
    /// # References
    /// Jacobson and Truax 1991.
    pub fn reliable(
        mut self,
        reliability: f64,
        deviation: f64,
        level: ConfidenceLevel,
    ) -> Result<Self, StatsError> {
        let refuse = |argument, value, low, high| StatsError::OutOfRange {
            argument,
            index: None,
            value,
            low,
            high,
        };
        if !(0.0..1.0).contains(&reliability) {
            return Err(refuse("reliability", reliability, 0.0, 1.0));
        }
        if !(deviation > 0.0 && deviation.is_finite()) {
            return Err(refuse("deviation", deviation, 0.0, f64::MAX));
        }
        let deviate = bangkom_stats::distributions::normal::quantile(1.0 - level.tail())?;
        let error = deviation * (1.0 - reliability).sqrt();
        self.detectable = Some(deviate * std::f64::consts::SQRT_2 * error);
        Ok(self)
    }

    /// The scale.
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// The least change of one person beyond measurement error; absent where persons are not
    /// classed.
    pub const fn detectable(&self) -> Option<f64> {
        self.detectable
    }

    /// The class of one person's change; absent where persons are not classed.
    ///
    /// ```
    /// use bangkom_evaluation::CountingRule;
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::gain::{ChangeClass, Scale};
    ///
    /// let level = ConfidenceLevel::default();
    /// let rule = CountingRule::new(Scale::new(0.0, 100.0)?).reliable(0.9, 12.0, level)?;
    /// assert_eq!(rule.class(50.0, 61.0), Some(ChangeClass::Improved));
    /// assert_eq!(rule.class(50.0, 60.0), Some(ChangeClass::Unchanged));
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn class(&self, first: f64, second: f64) -> Option<ChangeClass> {
        let (change, least) = (second - first, self.detectable?);
        Some(if change > least {
            ChangeClass::Improved
        } else if change < -least {
            ChangeClass::Deteriorated
        } else {
            ChangeClass::Unchanged
        })
    }

    pub(super) fn masters(&self, score: f64) -> bool {
        self.mastery.is_some_and(|mark| score >= mark)
    }

    /// The score as whole steps of the scale.
    pub(super) fn steps(&self, argument: &'static str, score: f64) -> Result<u64, StatsError> {
        if !score.is_finite() {
            return Err(StatsError::NotFinite { argument, index: 0 });
        }
        let (low, high) = (self.scale.low(), self.scale.high());
        if score < low || score > high {
            return Err(StatsError::OutOfRange {
                argument,
                index: None,
                value: score,
                low,
                high,
            });
        }
        Ok(((score - low) / (high - low) * STEPS).round() as u64)
    }
}
