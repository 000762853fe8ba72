use super::{Alternative, ConfidenceLevel};

/// Direction and confidence level of a test.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{Alternative, ConfidenceLevel, TestOptions};
///
/// let options = TestOptions::default()
///     .alternative(Alternative::Greater)
///     .level(ConfidenceLevel::new(0.9)?);
/// assert_eq!(options.level.get(), 0.9);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct TestOptions {
    /// Direction of the test; a one-sided test has an interval open on the other side.
    pub alternative: Alternative,
    /// Confidence level of the interval.
    pub level: ConfidenceLevel,
}

impl TestOptions {
    /// Sets the direction.
    #[must_use]
    pub fn alternative(mut self, alternative: Alternative) -> Self {
        self.alternative = alternative;
        self
    }

    /// Sets the confidence level.
    #[must_use]
    pub fn level(mut self, level: ConfidenceLevel) -> Self {
        self.level = level;
        self
    }
}
