use serde::{Deserialize, Serialize};

use crate::{Alternative, ConfidenceLevel};

/// What happens to pairs without a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZeroMethod {
    /// Dropped before ranking.
    #[default]
    Wilcoxon,
    /// Ranked, then dropped.
    Pratt,
}

/// Options of the signed-rank test.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ranks::{SignedRankOptions, ZeroMethod};
///
/// let options = SignedRankOptions::default().zeros(ZeroMethod::Pratt).resolution(1e-9);
/// assert_eq!(options.exact_up_to, 200);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SignedRankOptions {
    /// What happens to pairs without a difference.
    pub zeros: ZeroMethod,
    /// Direction of the test.
    pub alternative: Alternative,
    /// Confidence level of the interval of the location.
    pub level: ConfidenceLevel,
    /// Most non-zero differences for which the exact distribution is counted, at most 1,000.
    pub exact_up_to: usize,
    /// Differences are rounded to multiples of this before ranking; absent: exact comparison.
    ///
    /// Decimal scores are not exact in binary: 1.3 - 0.6 is not 0.7 + 0. With the step of the
    /// scores as resolution such differences tie as one would on paper.
    pub resolution: Option<f64>,
}

impl Default for SignedRankOptions {
    fn default() -> Self {
        Self {
            zeros: ZeroMethod::default(),
            alternative: Alternative::default(),
            level: ConfidenceLevel::default(),
            exact_up_to: 200,
            resolution: None,
        }
    }
}

impl SignedRankOptions {
    /// Sets what happens to zeros.
    #[must_use]
    pub fn zeros(mut self, zeros: ZeroMethod) -> Self {
        self.zeros = zeros;
        self
    }

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

    /// Sets the number of differences up to which the test is exact.
    #[must_use]
    pub fn exact_up_to(mut self, n: usize) -> Self {
        self.exact_up_to = n;
        self
    }

    /// Sets the step of the scores.
    #[must_use]
    pub fn resolution(mut self, resolution: f64) -> Self {
        self.resolution = Some(resolution);
        self
    }
}
