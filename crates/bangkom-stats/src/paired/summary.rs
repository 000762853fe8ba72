use serde::{Deserialize, Serialize};

use super::Pairs;
use crate::correlation::Correlation;
use crate::{Basis, Method, Moments, StatsError};

/// Description of pairs, all in score units except the correlation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairSummary {
    /// Counts and warnings.
    pub basis: Basis,
    /// Mean of the first measurement.
    pub mean_pre: f64,
    /// Mean of the second measurement.
    pub mean_post: f64,
    /// Standard deviation of the first measurement.
    pub sd_pre: f64,
    /// Standard deviation of the second measurement.
    pub sd_post: f64,
    /// Mean of post minus pre.
    pub mean_diff: f64,
    /// Standard deviation of post minus pre; zero when all differences are equal.
    pub sd_diff: f64,
    /// Correlation of pre and post, -1..1; absent when either does not vary.
    pub r: Option<f64>,
}

/// Describes pairs, also those that a test refuses because nothing varies.
///
/// Differences that are equal up to the rounding of decimal scores count as equal.
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], or [`StatsError::TooFew`] below two
/// complete pairs.
///
/// # Examples
///
/// ```
/// use bangkom_stats::paired;
///
/// let summary = paired::summary(&[5.0, 6.0, f64::NAN], &[7.0, 8.0, 9.0])?;
/// assert_eq!((summary.mean_diff, summary.sd_diff), (2.0, 0.0));
/// assert_eq!(summary.basis.n_missing, 1);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn summary(pre: &[f64], post: &[f64]) -> Result<PairSummary, StatsError> {
    let pairs = Pairs::new(pre, post, 2)?;
    Ok(describe(&pairs, Method::new("pair_summary")).0)
}

/// The description with the correlation in full precision.
pub(crate) fn describe(pairs: &Pairs, method: Method) -> (PairSummary, Option<Correlation>) {
    let (pre, post) = (Moments::of(&pairs.pre), Moments::of(&pairs.post));
    let differences = pairs.difference_moments();
    let correlation = Correlation::with(&pairs.pre, &pre, &pairs.post, &post);
    let mean = |moments: &Moments| moments.mean().unwrap_or_default();
    let sd = |moments: &Moments| moments.sd().unwrap_or_default();
    let summary = PairSummary {
        basis: Basis::new(method, pairs.n_input, pairs.n()),
        mean_pre: mean(&pre),
        mean_post: mean(&post),
        sd_pre: sd(&pre),
        sd_post: sd(&post),
        mean_diff: mean(&differences),
        sd_diff: sd(&differences),
        r: correlation.map(|c| c.r),
    };
    (summary, correlation)
}
