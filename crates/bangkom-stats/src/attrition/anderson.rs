use serde::{Deserialize, Serialize};

use crate::StatsError;
use crate::basis::{Basis, ConfidenceLevel, Interval, Method, Warning};
use crate::distributions::raw::normal;
use crate::moments::Moments;
use crate::regression::{LinearModel, intercept};
use crate::sample::{at_least, refuse_infinite, same_length};

/// Result of [`monotone_mean`]; means are in the unit of the values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonotoneMean {
    /// Persons given and used: those with a first measurement.
    pub basis: Basis,
    /// Persons with both measurements.
    pub n_complete: usize,
    /// Share without a second measurement, 0..1.
    pub attrition: f64,
    /// First mean of all persons.
    pub mean_pre_all: f64,
    /// First mean of those with both.
    pub mean_pre_complete: f64,
    /// Second mean of those with both.
    pub mean_post_complete: f64,
    /// Second mean of all persons, as estimated.
    pub mean_post: f64,
    /// Its large-sample standard error.
    pub se: f64,
    /// Its normal confidence interval.
    pub ci: Interval,
    /// Change of those with both.
    pub change_complete: f64,
    /// Change of all persons, as estimated.
    pub change: f64,
}

/// Second mean of all persons when some left after the first measurement.
///
/// Holds when leaving depends on the first measurement only; that cannot be seen in the data, so
/// report [`worst_case_bounds`](super::worst_case_bounds) beside it.
///
/// # Formula
///
/// ```text
/// mean_post = m2 + b (M1 - m1): m of complete persons, M of all, b slope of post on pre
/// se^2 = s22.1 / r (1 + (m1 - M1)^2 / s11) + b^2 S11 / n
///   s22.1, s11 residual and first variance of the r complete persons, S11 of all n (divisors r, n)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`]; [`StatsError::TooFew`] below three
/// complete persons; [`StatsError::Degenerate`] when their first measurements are all equal.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::attrition::monotone_mean;
///
/// let pre = [50.0, 60.0, 55.0, 40.0, 45.0];
/// let post = [68.0, 78.0, 74.0, f64::NAN, f64::NAN];
/// let result = monotone_mean(&pre, &post, ConfidenceLevel::default())?;
/// assert!((result.mean_post_complete - 220.0 / 3.0).abs() < 1e-12);
/// assert!((result.mean_post - (220.0 / 3.0 - 5.0)).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Anderson (1957); Little and Rubin (2002), section 7.2, for the variance.
pub fn monotone_mean(
    pre: &[f64],
    post: &[f64],
    level: ConfidenceLevel,
) -> Result<MonotoneMean, StatsError> {
    same_length(pre.len(), post.len())?;
    refuse_infinite("pre", pre)?;
    refuse_infinite("post", post)?;
    let started = pre.iter().zip(post).filter(|(pre, _)| !pre.is_nan());
    let (all, post): (Vec<f64>, Vec<f64>) = started.map(|(a, b)| (*a, *b)).unzip();
    let complete = all.iter().zip(&post).filter(|(_, post)| !post.is_nan());
    let (x, y): (Vec<f64>, Vec<f64>) = complete.map(|(a, b)| (*a, *b)).unzip();
    at_least(3, x.len())?;
    let (n, r) = (all.len() as f64, x.len() as f64);
    let (of_all, of_x, of_y) = (Moments::of(&all), Moments::of(&x), Moments::of(&y));
    let mean = |moments: &Moments| moments.mean().unwrap_or(0.0);
    let sd = |moments: &Moments| moments.sd().unwrap_or(0.0);
    let centred: Vec<f64> = x.iter().map(|x| x - mean(&of_x)).collect();
    let model = LinearModel::fit(&[&intercept(x.len()), &centred], &y)?;
    let slope = model.estimates()[1];
    let ahead = mean(&of_all) - mean(&of_x);
    let mean_post = mean(&of_y) + slope * ahead;
    let residual_sd = model.sigma() * ((r - 2.0) / r).sqrt();
    let leverage = ahead / sd(&of_x) * (r / (r - 1.0)).sqrt();
    let first = residual_sd / r.sqrt() * libm::hypot(1.0, leverage);
    let second = slope * sd(&of_all) * (n - 1.0).sqrt() / n;
    let se = libm::hypot(first, second);
    let reach = -normal::quantile(level.tail()) * se;
    let few = Warning::SmallSample {
        n: x.len(),
        advised: 30,
    };
    Ok(MonotoneMean {
        basis: Basis::new(Method::new("monotone_mean"), pre.len(), all.len())
            .level(level)
            .warn_if(x.len() < 30, few),
        n_complete: x.len(),
        attrition: 1.0 - r / n,
        mean_pre_all: mean(&of_all),
        mean_pre_complete: mean(&of_x),
        mean_post_complete: mean(&of_y),
        mean_post,
        se,
        ci: Interval {
            low: mean_post - reach,
            high: mean_post + reach,
        },
        change_complete: mean(&of_y) - mean(&of_x),
        change: mean_post - mean(&of_all),
    })
}
