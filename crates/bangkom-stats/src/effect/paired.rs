use serde::{Deserialize, Serialize};

use super::hedges::correction;
use crate::distributions::{noncentral_t, raw::normal};
use crate::paired::{Pairs, describe};
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError};

/// Effect sizes of pairs; `d_*` are in standard deviations of different things, `g_*` the same
/// without small-sample bias.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairedEffect {
    /// Counts, level, warnings.
    pub basis: Basis,
    /// Correlation of pre and post, -1..1; absent when either does not vary.
    pub r: Option<f64>,
    /// Mean difference by the standard deviation of the differences.
    pub d_z: f64,
    /// Exact interval of `d_z`; absent for statistics beyond 1e5.
    pub d_z_ci: Option<Interval>,
    /// Mean difference by the mean of both standard deviations.
    pub d_av: f64,
    /// Mean difference by the root mean square of both standard deviations.
    pub d_av_rms: f64,
    /// `d_z` on the scale of a single measurement; absent without a correlation.
    pub d_rm: Option<f64>,
    /// Mean difference by the standard deviation of pre; absent when pre does not vary.
    pub glass_pre: Option<f64>,
    /// `d_z` without bias.
    pub g_z: f64,
    /// `d_av` without bias.
    pub g_av: f64,
    /// `d_av_rms` without bias.
    pub g_av_rms: f64,
    /// `d_rm` without bias.
    pub g_rm: Option<f64>,
    /// `glass_pre` without bias.
    pub g_glass_pre: Option<f64>,
    /// The factor that takes each `d` to its `g`, exact.
    pub j: f64,
    /// The usual approximation of the factor, `1 - 3 / (4 (n - 1) - 1)`.
    pub j_approx: f64,
    /// Chance that a case rises if differences are normal, 0..1.
    pub cl_normal: f64,
    /// Share of cases that rose, half counted where equal, 0..1.
    pub cl_pairs: f64,
}

/// All usual effect sizes of post minus pre, each under its own name.
///
/// # Formula
///
/// ```text
/// d_z = mean(d) / sd(d)                     d_av = mean(d) / ((s_1 + s_2) / 2)
/// d_av_rms = mean(d) / sqrt((s_1^2 + s_2^2) / 2)
/// d_rm = d_z sqrt(2 (1 - r))                glass_pre = mean(d) / s_1
/// g = J(n - 1) d, J(m) = Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2))
/// interval of d_z: noncentral t with noncentrality d_z sqrt n
/// cl_normal = Phi(d_z)                      cl_pairs = (rises + ties / 2) / n
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below two
/// complete pairs, [`StatsError::NoVariation`] when all differences are equal.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{ConfidenceLevel, effect};
///
/// let pre = [10.0, 12.0, 9.0, 14.0, 11.0];
/// let post = [13.0, 15.0, 9.0, 18.0, 16.0];
/// let effect = effect::paired(&pre, &post, ConfidenceLevel::default())?;
/// assert!((effect.d_z - 1.604).abs() < 5e-4);
/// assert!(effect.d_z_ci.is_some_and(|ci| ci.contains(effect.d_z)));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Becker (1988); Cumming (2012); Hedges (1981); Lakens (2013); `McGraw` and Wong (1992);
/// Steiger and Fouladi (1997).
#[doc(alias = "cohen")]
pub fn paired(
    pre: &[f64],
    post: &[f64],
    level: ConfidenceLevel,
) -> Result<PairedEffect, StatsError> {
    let pairs = Pairs::new(pre, post, 2)?;
    let (summary, correlation) = describe(&pairs, Method::new("effect, paired"));
    if summary.sd_diff == 0.0 {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let n = pairs.n() as f64;
    let (s1, s2) = (summary.sd_pre, summary.sd_post);
    let d_z = summary.mean_diff / summary.sd_diff;
    let d_av = summary.mean_diff / (0.5 * s1 + 0.5 * s2);
    let d_av_rms = summary.mean_diff / s1.hypot(s2) * std::f64::consts::SQRT_2;
    let d_rm = correlation.map(|c| d_z * (2.0 * c.one_minus).sqrt());
    let glass_pre = (s1 > 0.0).then(|| summary.mean_diff / s1);
    let j = correction(n - 1.0);
    Ok(PairedEffect {
        basis: summary.basis.level(level),
        r: summary.r,
        d_z,
        d_z_ci: standardized_interval(d_z, n.sqrt(), n - 1.0, level),
        d_av,
        d_av_rms,
        d_rm,
        glass_pre,
        g_z: j * d_z,
        g_av: j * d_av,
        g_av_rms: j * d_av_rms,
        g_rm: d_rm.map(|d| j * d),
        g_glass_pre: glass_pre.map(|d| j * d),
        j,
        j_approx: 1.0 - 3.0 / (4.0 * (n - 1.0) - 1.0),
        cl_normal: normal::cdf(d_z),
        cl_pairs: share_risen(&pairs.differences),
    })
}

fn share_risen(differences: &[f64]) -> f64 {
    let half_steps: u64 = differences
        .iter()
        .map(|d| if *d > 0.0 { 2 } else { u64::from(*d == 0.0) })
        .sum();
    half_steps as f64 / (2 * differences.len()) as f64
}

/// Interval of `d` where `d * root` is a noncentral t, `None` where that has no digits.
pub(crate) fn standardized_interval(
    d: f64,
    root: f64,
    df: f64,
    level: ConfidenceLevel,
) -> Option<Interval> {
    let ncp = noncentral_t::ncp_interval(d * root, df, level).ok()?;
    Some(Interval {
        low: ncp.low / root,
        high: ncp.high / root,
    })
}
