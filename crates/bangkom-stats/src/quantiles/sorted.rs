use crate::StatsError;
use crate::sample::present;

/// A sample sorted once, for any number of quantiles.
///
/// # Examples
///
/// ```
/// use bangkom_stats::quantiles::SortedSample;
///
/// let sample = SortedSample::new(&[3.0, f64::NAN, 1.0])?;
/// assert_eq!(sample.values(), [1.0, 3.0]);
/// assert_eq!(sample.n_missing(), 1);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct SortedSample {
    values: Vec<f64>,
    n_input: usize,
}

impl std::fmt::Debug for SortedSample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SortedSample")
            .field("n_input", &self.n_input)
            .field("n_used", &self.values.len())
            .finish_non_exhaustive()
    }
}

impl SortedSample {
    /// Drops missing values (NaN) and sorts the rest.
    ///
    /// # Errors
    ///
    /// [`StatsError::TooFew`] when nothing is left, [`StatsError::NotFinite`] of an infinite value.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::quantiles::SortedSample;
    ///
    /// assert!(SortedSample::new(&[]).is_err());
    /// ```
    pub fn new(values: &[f64]) -> Result<Self, StatsError> {
        let mut kept = present("values", values, 1)?;
        kept.sort_unstable_by(f64::total_cmp);
        Ok(Self {
            values: kept,
            n_input: values.len(),
        })
    }

    /// The values, ascending.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Number of values given, missing ones included.
    pub const fn n_input(&self) -> usize {
        self.n_input
    }

    /// Number of missing values.
    pub fn n_missing(&self) -> usize {
        self.n_input - self.values.len()
    }

    /// The value of 1-based rank `rank`, held within the sample.
    pub(super) fn ranked(&self, rank: f64) -> f64 {
        let last = self.values.len() - 1;
        self.values[((rank - 1.0).max(0.0) as usize).min(last)]
    }
}

/// Fails unless `0 <= p <= 1`.
pub(super) fn probability(p: f64) -> Result<f64, StatsError> {
    if (0.0..=1.0).contains(&p) {
        Ok(p)
    } else {
        Err(StatsError::parameter("p", p, 0.0, 1.0))
    }
}
