use serde::{Deserialize, Serialize};

use crate::paired::Pairs;
use crate::t_statistic::TStatistic;
use crate::two_sample::{self, Samples, TwoSampleT};
use crate::{Basis, Interval, Method, Moments, StatsError, TestOptions, Warning};

/// Difference in differences of a treated and a control group; all but `d_ppc2` in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrePostControl {
    /// Counts of pairs of both groups together, direction, level, warnings.
    pub basis: Basis,
    /// Complete pairs of the control group.
    pub n_control: usize,
    /// Complete pairs of the treated group.
    pub n_treated: usize,
    /// Mean change of the control group.
    pub gain_control: f64,
    /// Mean change of the treated group.
    pub gain_treated: f64,
    /// Change of the treated beyond that of the control group.
    pub did: f64,
    /// Welch test of the changes, treated minus control.
    pub welch: TwoSampleT,
    /// Student's test of the changes, treated minus control.
    pub student: TwoSampleT,
    /// `did` by the pooled standard deviation of pre, without small-sample bias; absent when pre
    /// does not vary.
    pub d_ppc2: Option<f64>,
    /// Standard error of `did` from the regression of all scores that overlooks the pairing.
    pub se_ols: f64,
    /// Standard error clustered by case, without correction.
    pub se_cr0: f64,
    /// Standard error clustered by case, scaled by `G/(G-1) (N-1)/(N-k)`.
    pub se_cr1: f64,
    /// Bias-reduced standard error clustered by case, the same as Welch's.
    pub se_cr2: f64,
    /// Satterthwaite's degrees of freedom of `did / se_cr2`.
    pub df: f64,
    /// Interval of `did` from `se_cr2` and `df`; one-sided when the alternative is.
    pub ci: Interval,
}

/// Difference in differences with a control group, and its effect size.
///
/// The estimate is unbiased if both groups would have changed alike without the treatment, which
/// the data cannot show: the result always says so in its warnings ([`Warning::Assumed`]).
///
/// # Formula
///
/// ```text
/// did = (mean post - mean pre)_treated - (mean post - mean pre)_control
/// d_ppc2 = c did / s_pre pooled,  c = 1 - 3 / (4 (n_t + n_c - 2) - 1)
/// se_cr0^2 = sum of squared deviations of the changes / n^2, summed over both groups
/// se_cr2^2 = s_t^2 / n_t + s_c^2 / n_c,  s of the changes
/// df = (1/n_t + 1/n_c)^2 / (1 / (n_t^2 (n_t - 1)) + 1 / (n_c^2 (n_c - 1)))
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below two
/// complete pairs a group, [`StatsError::NoVariation`] when the changes of both groups are
/// constant.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{TestOptions, gain::pre_post_control};
///
/// let control = (&[5.0, 6.0, 7.0][..], &[5.0, 7.0, 7.5][..]);
/// let treated = (&[5.0, 6.0, 8.0][..], &[8.0, 8.0, 11.0][..]);
/// let result = pre_post_control(control, treated, &TestOptions::default())?;
/// assert!((result.did - (8.0 / 3.0 - 0.5)).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Morris (2008), `d_ppc2`; Liang and Zeger (1986), clustered standard errors; Bell and
/// `McCaffrey` (2002), CR2.
#[doc(alias = "did")]
pub fn pre_post_control(
    control: (&[f64], &[f64]),
    treated: (&[f64], &[f64]),
    options: &TestOptions,
) -> Result<PrePostControl, StatsError> {
    let control = Pairs::new(control.0, control.1, 2)?;
    let treated = Pairs::new(treated.0, treated.1, 2)?;
    let (gains_c, gains_t) = (&control.differences, &treated.differences);
    let welch = two_sample::welch(gains_c, gains_t, options)?;
    let student = two_sample::student(gains_c, gains_t, options)?;
    let (n_control, n_treated) = (control.n(), treated.n());
    let n = (n_control + n_treated) as f64;
    let mean = |values: &[f64]| Moments::of(values).mean().unwrap_or_default();
    let s_pre = Samples::new(&control.pre, &treated.pre, 2)?.pooled_sd();
    let correction = 1.0 - 3.0 / (4.0 * (n - 2.0) - 1.0);
    let did = welch.mean_diff;
    let se_cr0 = spread(gains_c).hypot(spread(gains_t));
    // n clusters of two scores each and four coefficients.
    let cr1 = n / (n - 1.0) * (2.0 * n - 1.0) / (2.0 * n - 4.0);
    let df = cr2_degrees(n_control as f64, n_treated as f64);
    let statistic = TStatistic::new(did, welch.se, df, options)?;
    let given = control.n_input + treated.n_input;
    let basis = Basis::new(
        Method::new("pre_post_control"),
        given,
        n_control + n_treated,
    );
    let parallel = Warning::Assumed {
        what: "parallel trends without the treatment".into(),
    };
    Ok(PrePostControl {
        basis: basis
            .alternative(options.alternative)
            .level(options.level)
            .warn_if(true, parallel),
        n_control,
        n_treated,
        gain_control: mean(gains_c),
        gain_treated: mean(gains_t),
        did,
        se_cr2: welch.se,
        df,
        ci: statistic.ci,
        welch,
        student,
        d_ppc2: (s_pre > 0.0).then(|| correction * did / s_pre),
        se_ols: ols_error(&control, &treated),
        se_cr0,
        se_cr1: se_cr0 * cr1.sqrt(),
    })
}

/// Degrees of freedom of a difference of means whose variances are estimated apart though equal.
fn cr2_degrees(first: f64, second: f64) -> f64 {
    let part = |n: f64| 1.0 / (n * n * (n - 1.0));
    (1.0 / first + 1.0 / second).powi(2) / (part(first) + part(second))
}

/// Standard error of a mean with divisor n in place of n - 1.
fn spread(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    Moments::of(values).sd().unwrap_or_default() * (n - 1.0).sqrt() / n
}

/// Error of the interaction in the regression on group, time and both, as if rows were independent.
fn ols_error(control: &Pairs, treated: &Pairs) -> f64 {
    let root = |values: &[f64]| {
        Moments::of(values).sd().unwrap_or_default() * (values.len() as f64 - 1.0).sqrt()
    };
    let cells = [&control.pre, &control.post, &treated.pre, &treated.post];
    let residual = cells
        .iter()
        .fold(0.0_f64, |sum, cell| sum.hypot(root(cell)));
    let (nc, nt) = (control.n() as f64, treated.n() as f64);
    residual * ((2.0 / nc + 2.0 / nt) / (2.0 * (nc + nt) - 4.0)).sqrt()
}
