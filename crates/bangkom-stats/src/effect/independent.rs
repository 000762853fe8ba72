use serde::{Deserialize, Serialize};

use super::{dominance, hedges::correction, paired::standardized_interval};
use crate::distributions::raw::normal;
use crate::two_sample::Samples;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError};

/// Effect sizes of two independent samples, second minus first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndependentEffect {
    /// Counts, level, warnings.
    pub basis: Basis,
    /// Mean difference by the pooled standard deviation.
    pub d_s: f64,
    /// Exact interval of `d_s`; absent for statistics beyond 1e5.
    pub d_s_ci: Option<Interval>,
    /// `d_s` without small-sample bias.
    pub g_s: f64,
    /// Factor that takes `d_s` to `g_s`.
    pub j: f64,
    /// Mean difference by the standard deviation of the first sample; absent when that is zero.
    pub glass: Option<f64>,
    /// Chance that a value of the second exceeds one of the first if both are normal, 0..1.
    pub cl_normal: f64,
    /// The same from `d_s`, with one variance for both, 0..1.
    pub cl_normal_pooled: f64,
    /// Share of pairs in which the second is greater minus share in which it is less, -1..1.
    pub cliff_delta: f64,
    /// Share of pairs in which the second is greater, half counted where equal, 0..1.
    pub a12: f64,
}

/// All usual effect sizes of the second sample over the first.
///
/// # Formula
///
/// ```text
/// d_s = (mean_2 - mean_1) / s_pooled        g_s = J(n_1 + n_2 - 2) d_s
/// glass = (mean_2 - mean_1) / s_1
/// interval of d_s: noncentral t with noncentrality d_s sqrt(n_1 n_2 / (n_1 + n_2))
/// cl_normal = Phi((mean_2 - mean_1) / sqrt(s_1^2 + s_2^2)),  cl_normal_pooled = Phi(d_s / sqrt 2)
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`], [`StatsError::TooFew`] below two values a sample,
/// [`StatsError::NoVariation`] when both samples are constant.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{ConfidenceLevel, effect};
///
/// let level = ConfidenceLevel::default();
/// let effect = effect::independent(&[1.0, 2.0, 3.0], &[2.0, 3.0, 4.0], level)?;
/// assert_eq!((effect.d_s, effect.glass), (1.0, Some(1.0)));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Hedges (1981); `McGraw` and Wong (1992); Steiger and Fouladi (1997); Vargha and Delaney (2000).
pub fn independent(
    first: &[f64],
    second: &[f64],
    level: ConfidenceLevel,
) -> Result<IndependentEffect, StatsError> {
    let samples = Samples::new(first, second, 2)?;
    let ((n1, n2), (s1, s2)) = (samples.sizes(), samples.sds());
    if (s1, s2) == (0.0, 0.0) {
        return Err(StatsError::NoVariation {
            what: "values within the samples",
        });
    }
    let (difference, df) = (samples.mean_difference(), n1 + n2 - 2.0);
    let d_s = difference / samples.pooled_sd();
    let j = correction(df);
    let basis = samples
        .basis(Method::new("effect, independent"))
        .level(level);
    let (greater, equal) = dominance::count(samples.first, samples.second);
    let total = n1 * n2;
    let less = total - greater as f64 - equal as f64;
    Ok(IndependentEffect {
        basis,
        d_s,
        d_s_ci: standardized_interval(d_s, (n1 * n2 / (n1 + n2)).sqrt(), df, level),
        g_s: j * d_s,
        j,
        glass: (s1 > 0.0).then(|| difference / s1),
        cl_normal: normal::cdf(difference / s1.hypot(s2)),
        cl_normal_pooled: normal::cdf(d_s * std::f64::consts::FRAC_1_SQRT_2),
        cliff_delta: (greater as f64 - less) / total,
        a12: (greater as f64 + 0.5 * equal as f64) / total,
    })
}
