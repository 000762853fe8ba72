/// How an additive table of ratings is adjusted.
///
/// # Examples
///
/// ```
/// use bangkom_stats::raters::AdditiveOptions;
///
/// assert_eq!(AdditiveOptions::default().shrink_below, 0);
/// assert_eq!(AdditiveOptions::default().shrink_below(5).shrink_below, 5);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AdditiveOptions {
    /// Raters with fewer ratings than this have their effect drawn toward zero before targets
    /// are adjusted; 0 draws nobody.
    pub shrink_below: usize,
}

impl AdditiveOptions {
    /// Sets the number of ratings from which a rater's effect is applied in full.
    #[must_use]
    pub fn shrink_below(mut self, ratings: usize) -> Self {
        self.shrink_below = ratings;
        self
    }
}
