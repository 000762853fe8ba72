use serde::{Deserialize, Serialize};

use super::{Pairs, describe};
use crate::t_statistic::TStatistic;
use crate::{Basis, Interval, Method, StatsError, TestOptions};

/// Result of the paired t test; means, deviations and the interval are in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairedT {
    /// Counts, direction, level, warnings.
    pub basis: Basis,
    /// Mean of the first measurement.
    pub mean_pre: f64,
    /// Mean of the second measurement.
    pub mean_post: f64,
    /// Standard deviation of the first measurement.
    pub sd_pre: f64,
    /// Standard deviation of the second measurement.
    pub sd_post: f64,
    /// Correlation of pre and post, -1..1; absent when either does not vary.
    pub r: Option<f64>,
    /// Mean of post minus pre.
    pub mean_diff: f64,
    /// Standard deviation of post minus pre.
    pub sd_diff: f64,
    /// Standard error of the mean difference.
    pub se: f64,
    /// Test statistic.
    pub t: f64,
    /// Degrees of freedom, pairs minus one.
    pub df: f64,
    /// p-value against a difference in either direction.
    pub p_two: f64,
    /// p-value against a rise.
    pub p_greater: f64,
    /// p-value against a fall.
    pub p_less: f64,
    /// Interval of the mean difference; one-sided when the alternative is.
    pub ci: Interval,
}

impl PairedT {
    /// The p-value of the alternative that was asked for.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::{TestOptions, paired};
    ///
    /// let test = paired::t_test(&[1.0, 2.0, 4.0], &[2.0, 4.0, 5.0], &TestOptions::default())?;
    /// assert_eq!(test.p(), test.p_two);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn p(&self) -> f64 {
        self.basis
            .alternative
            .pick(self.p_two, self.p_greater, self.p_less)
    }
}

/// Paired t test of the mean of post minus pre against zero.
///
/// # Formula
///
/// ```text
/// d = post - pre,  t = mean(d) / (sd(d) / sqrt n),  df = n - 1
/// interval: mean(d) -+ t_{(1+level)/2, df} sd(d) / sqrt n
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below two
/// complete pairs, and [`StatsError::NoVariation`] when all differences are equal:
/// [`summary`](super::summary) still describes such pairs.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{TestOptions, paired};
///
/// let pre = [10.0, 12.0, 9.0, 14.0, 11.0];
/// let post = [13.0, 15.0, 9.0, 18.0, 16.0];
/// let test = paired::t_test(&pre, &post, &TestOptions::default())?;
/// assert_eq!(test.mean_diff, 3.0);
/// assert!((test.t - 3.586).abs() < 5e-4 && (test.p_two - 0.023).abs() < 5e-4);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Student (1908), "The probable error of a mean".
pub fn t_test(pre: &[f64], post: &[f64], options: &TestOptions) -> Result<PairedT, StatsError> {
    let pairs = Pairs::new(pre, post, 2)?;
    let (pairs, _) = describe(&pairs, Method::new("paired_t"));
    if pairs.sd_diff == 0.0 {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let n = pairs.basis.n_used as f64;
    let se = pairs.sd_diff / n.sqrt();
    let statistic = TStatistic::new(pairs.mean_diff, se, n - 1.0, options)?;
    Ok(PairedT {
        basis: pairs
            .basis
            .alternative(options.alternative)
            .level(options.level),
        mean_pre: pairs.mean_pre,
        mean_post: pairs.mean_post,
        sd_pre: pairs.sd_pre,
        sd_post: pairs.sd_post,
        r: pairs.r,
        mean_diff: pairs.mean_diff,
        sd_diff: pairs.sd_diff,
        se,
        t: statistic.t,
        df: n - 1.0,
        p_two: statistic.p_two,
        p_greater: statistic.p_greater,
        p_less: statistic.p_less,
        ci: statistic.ci,
    })
}
