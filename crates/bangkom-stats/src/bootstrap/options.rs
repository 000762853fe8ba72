use crate::ConfidenceLevel;

/// Options of the bootstrap.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bootstrap::BootstrapOptions;
///
/// let options = BootstrapOptions::default().seed(7).replicates(1_999);
/// assert_eq!(options.replicates, 1_999);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct BootstrapOptions {
    /// Confidence level of the intervals.
    pub level: ConfidenceLevel,
    /// Replicates to draw, at least 2.
    pub replicates: u32,
    /// Seed of the replicates; the same seed gives the same result.
    pub seed: u64,
}

impl Default for BootstrapOptions {
    fn default() -> Self {
        Self {
            level: ConfidenceLevel::default(),
            replicates: 9_999,
            seed: 0,
        }
    }
}

impl BootstrapOptions {
    /// Sets the confidence level.
    #[must_use]
    pub fn level(mut self, level: ConfidenceLevel) -> Self {
        self.level = level;
        self
    }

    /// Sets the number of replicates.
    #[must_use]
    pub fn replicates(mut self, replicates: u32) -> Self {
        self.replicates = replicates;
        self
    }

    /// Sets the seed.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }
}
