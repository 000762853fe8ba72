use crate::basis::ConfidenceLevel;

/// Choices for [`interrupted_series`](super::interrupted_series).
///
/// # Examples
///
/// ```
/// use bangkom_stats::series::SegmentedOptions;
///
/// let options = SegmentedOptions::default().lag(3).seasons(&[1, 2, 3, 4, 1, 2, 3, 4]);
/// assert_eq!(options.lag, Some(3));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SegmentedOptions {
    /// Steps over which residuals may be related; `None` takes `floor(4 (n / 100)^(2/9))`.
    pub lag: Option<usize>,
    /// Whether the Newey-West variance is multiplied by `n / (n - k)`; default true.
    pub small_sample: bool,
    /// Season of every value (month, quarter, weekday); empty for none.
    pub seasons: Vec<u32>,
    /// Times at which the effect is wanted; empty for the last time.
    pub horizons: Vec<f64>,
    /// Level of the intervals.
    pub level: ConfidenceLevel,
}

impl Default for SegmentedOptions {
    fn default() -> Self {
        Self {
            lag: None,
            small_sample: true,
            seasons: Vec::new(),
            horizons: Vec::new(),
            level: ConfidenceLevel::default(),
        }
    }
}

impl SegmentedOptions {
    /// Sets the lag.
    #[must_use]
    pub fn lag(mut self, lag: usize) -> Self {
        self.lag = Some(lag);
        self
    }

    /// Sets the factor for small samples.
    #[must_use]
    pub fn small_sample(mut self, small_sample: bool) -> Self {
        self.small_sample = small_sample;
        self
    }

    /// Sets the season of every value.
    #[must_use]
    pub fn seasons(mut self, seasons: &[u32]) -> Self {
        self.seasons = seasons.to_vec();
        self
    }

    /// Sets the times at which the effect is wanted.
    #[must_use]
    pub fn horizons(mut self, horizons: &[f64]) -> Self {
        self.horizons = horizons.to_vec();
        self
    }

    /// Sets the level.
    #[must_use]
    pub fn level(mut self, level: ConfidenceLevel) -> Self {
        self.level = level;
        self
    }
}
