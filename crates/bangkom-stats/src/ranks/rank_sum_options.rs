use crate::{Alternative, ConfidenceLevel};

/// Options of the rank-sum test.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ranks::RankSumOptions;
///
/// assert_eq!(RankSumOptions::default().exact_up_to, 120);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct RankSumOptions {
    /// Direction of the test, said of the second sample.
    pub alternative: Alternative,
    /// Confidence level of the interval of the shift.
    pub level: ConfidenceLevel,
    /// Most values of both samples together for which the exact distribution is counted, at most
    /// 400.
    pub exact_up_to: usize,
}

impl Default for RankSumOptions {
    fn default() -> Self {
        let (alternative, level) = (Alternative::default(), ConfidenceLevel::default());
        Self {
            alternative,
            level,
            exact_up_to: 120,
        }
    }
}

impl RankSumOptions {
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

    /// Sets the number of values up to which the test is exact.
    #[must_use]
    pub fn exact_up_to(mut self, n: usize) -> Self {
        self.exact_up_to = n;
        self
    }
}
