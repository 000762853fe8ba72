use crate::Alternative;

/// Options of the sign-flip test.
///
/// # Examples
///
/// ```
/// use bangkom_stats::permutation::SignFlipOptions;
///
/// let options = SignFlipOptions::default().seed(7).replicates(99_999);
/// assert_eq!(options.seed, 7);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SignFlipOptions {
    /// Direction of the test.
    pub alternative: Alternative,
    /// Replicates where sums can neither be counted nor listed, at least 1.
    pub replicates: u32,
    /// Seed of the replicates; the same seed gives the same result.
    pub seed: u64,
}

impl Default for SignFlipOptions {
    fn default() -> Self {
        Self {
            alternative: Alternative::default(),
            replicates: 9_999,
            seed: 0,
        }
    }
}

impl SignFlipOptions {
    /// Sets the direction.
    #[must_use]
    pub fn alternative(mut self, alternative: Alternative) -> Self {
        self.alternative = alternative;
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
