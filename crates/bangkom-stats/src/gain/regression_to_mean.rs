use serde::{Deserialize, Serialize};

use crate::correlation::Correlation;
use crate::distributions::raw::{normal, student_t};
use crate::p_value::never_zero;
use crate::paired::{Pairs, describe};
use crate::{Basis, Method, StatsError};

/// What regression to the mean explains of the changes; slopes are per score unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegressionToMean {
    /// Counts and warnings.
    pub basis: Basis,
    /// Expected post score at a pre score `x` is `intercept + slope * x`.
    pub slope: f64,
    /// Intercept of that line, in score units.
    pub intercept: f64,
    /// Correlation of pre with the change: negative by construction, proof of nothing.
    pub cor_pre_change: Option<f64>,
    /// Correlation of the change with the mean of both scores, which is not so biased.
    pub oldham_r: f64,
    /// Statistic of the test that both variances are equal; positive when the variance grew.
    pub pitman_morgan_t: f64,
    /// Its two-sided p-value.
    pub pitman_morgan_p: f64,
    /// Its degrees of freedom, pairs minus two.
    pub df: f64,
    mean_pre: f64,
    sd_pre: f64,
    one_minus_r: f64,
}

impl RegressionToMean {
    /// Rise to expect without any effect in cases chosen for scoring below `cutoff`, in score units.
    ///
    /// Under a bivariate normal distribution; by symmetry it is also the fall of cases chosen for
    /// scoring above the point that lies as far on the other side of the mean.
    ///
    /// # Formula
    ///
    /// ```text
    /// (1 - r) s_1 phi(z) / Phi(z),  z = (cutoff - mean_1) / s_1
    /// ```
    ///
    /// # Examples
    ///
    /// ```
    /// let pre = [3.0, 5.0, 4.0, 9.0];
    /// let regression = bangkom_stats::gain::regression_to_mean(&pre, &[4.0, 8.0, 7.0, 8.0])?;
    /// assert!(regression.expected_rise_below(4.0) > 0.0);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    ///
    /// # References
    ///
    /// Davis (1976), "The effect of regression to the mean".
    pub fn expected_rise_below(&self, cutoff: f64) -> f64 {
        self.expected_beyond((self.mean_pre - cutoff) / self.sd_pre)
    }

    /// Fall to expect without any effect in cases chosen for scoring above `cutoff`, in score units.
    ///
    /// # Formula
    ///
    /// ```text
    /// (1 - r) s_1 phi(z) / (1 - Phi(z)),  z = (cutoff - mean_1) / s_1
    /// ```
    ///
    /// # Examples
    ///
    /// ```
    /// let pre = [3.0, 5.0, 4.0, 9.0];
    /// let regression = bangkom_stats::gain::regression_to_mean(&pre, &[4.0, 8.0, 7.0, 8.0])?;
    /// assert!(regression.expected_fall_above(6.0) > 0.0);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    ///
    /// # References
    ///
    /// Davis (1976), "The effect of regression to the mean".
    pub fn expected_fall_above(&self, cutoff: f64) -> f64 {
        self.expected_beyond((cutoff - self.mean_pre) / self.sd_pre)
    }

    /// Fall to expect in cases chosen for scoring more than `z` standard deviations of pre above
    /// its mean, in score units; also the rise of those as far below it.
    ///
    /// # Examples
    ///
    /// ```
    /// let pre = [3.0, 5.0, 4.0, 9.0];
    /// let regression = bangkom_stats::gain::regression_to_mean(&pre, &[4.0, 8.0, 7.0, 8.0])?;
    /// assert!((regression.expected_beyond(0.5) - 0.9414).abs() < 1e-4);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn expected_beyond(&self, z: f64) -> f64 {
        self.one_minus_r * self.sd_pre * hazard(z)
    }
}

/// `phi(z) / (1 - Phi(z))`, by its continued expansion where both vanish.
fn hazard(z: f64) -> f64 {
    if z < 30.0 {
        normal::pdf(z) / normal::sf(z)
    } else {
        z + 1.0 / z
    }
}

/// Regression to the mean, and the two honest tests of "the weak gained most".
///
/// # Formula
///
/// ```text
/// slope = r s_2 / s_1,  intercept = mean_2 - slope mean_1
/// oldham_r = cor(post - pre, (pre + post) / 2)
/// pitman_morgan_t = oldham_r sqrt((n - 2) / (1 - oldham_r^2)),  df = n - 2
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below three
/// complete pairs, [`StatsError::NoVariation`] when pre, post, the differences or the sums are
/// constant, [`StatsError::Undefined`] when differences and sums are on one line.
///
/// # Examples
///
/// ```
/// use bangkom_stats::gain::regression_to_mean;
///
/// let result = regression_to_mean(&[3.0, 5.0, 4.0, 9.0], &[4.0, 8.0, 7.0, 8.0])?;
/// assert!(result.slope < 1.0 && result.pitman_morgan_p > 0.5);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Davis (1976); Oldham (1962); Pitman (1939) and Morgan (1939).
pub fn regression_to_mean(pre: &[f64], post: &[f64]) -> Result<RegressionToMean, StatsError> {
    let pairs = Pairs::new(pre, post, 3)?;
    let (summary, correlation) = describe(&pairs, Method::new("regression_to_mean"));
    if summary.sd_diff == 0.0 {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let Some(r) = correlation else {
        return Err(StatsError::NoVariation {
            what: "pre or post scores",
        });
    };
    let means: Vec<f64> = pairs
        .pre
        .iter()
        .zip(&pairs.post)
        .map(|(a, b)| 0.5 * a + 0.5 * b)
        .collect();
    let oldham = Correlation::of(&pairs.differences, &means).ok_or(StatsError::NoVariation {
        what: "means of pre and post",
    })?;
    let df = pairs.n() as f64 - 2.0;
    let rest = oldham.one_minus * oldham.one_plus;
    if rest <= 0.0 {
        let why = "differences and sums lie on one line";
        return Err(StatsError::Undefined {
            what: "the Pitman-Morgan test",
            why,
        });
    }
    let t = oldham.r * (df / rest).sqrt();
    let slope = r.r * (summary.sd_post / summary.sd_pre);
    Ok(RegressionToMean {
        basis: summary.basis,
        slope,
        intercept: summary.mean_post - slope * summary.mean_pre,
        cor_pre_change: Correlation::of(&pairs.pre, &pairs.differences).map(|c| c.r),
        oldham_r: oldham.r,
        pitman_morgan_t: t,
        pitman_morgan_p: never_zero(student_t::two_sided(t, df)),
        df,
        mean_pre: summary.mean_pre,
        sd_pre: summary.sd_pre,
        one_minus_r: r.one_minus,
    })
}
