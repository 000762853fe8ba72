use super::test::{Test, finite};
use super::{PowerOptions, RequiredSize, search};
use crate::sample::at_least;
use crate::{Method, StatsError};

/// Power of Student's t test of two independent samples.
///
/// # Formula
///
/// ```text
/// ncp = d_s sqrt(n1 n2 / (n1 + n2)), df = n1 + n2 - 2
/// ```
///
/// # Parameters
///
/// - `d_s`: difference of the means in pooled standard deviations.
/// - `n1`, `n2`: persons in the two groups, at least one each and three together.
///
/// # Errors
///
/// [`StatsError::TooFew`] for smaller groups; [`StatsError::OutOfRange`] for an infinite effect or
/// a level outside 0..1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::power::{self, PowerOptions};
///
/// let power = power::two_sample_t(0.5, 64, 64, &PowerOptions::default())?;
/// assert!((power - 0.801_459_557_922_254).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cohen (1988).
pub fn two_sample_t(
    d_s: f64,
    n1: usize,
    n2: usize,
    options: &PowerOptions,
) -> Result<f64, StatsError> {
    let options = options.checked()?;
    finite("d_s", d_s)?;
    check_sizes(n1, n2)?;
    Ok(power_of(d_s, n1 as f64, n2 as f64, &options))
}

/// Smallest number of persons in each of two equal groups with which the test has the power.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `alpha < power < 1`; [`StatsError::Undefined`] when no sample
/// reaches the power, as for no effect or one against the direction of the test.
///
/// # Examples
///
/// ```
/// use bangkom_stats::power::{self, PowerOptions};
///
/// let size = power::two_sample_t_size(0.5, 0.8, &PowerOptions::default())?;
/// assert_eq!(size.n, 64);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cohen (1988).
pub fn two_sample_t_size(
    d_s: f64,
    power: f64,
    options: &PowerOptions,
) -> Result<RequiredSize, StatsError> {
    let options = options.checked()?;
    finite("d_s", d_s)?;
    let power = options.check_power(power)?;
    let method = Method::new("power, two_sample_t");
    search::smallest(method, &options, power, |n| {
        power_of(d_s, n as f64, n as f64, &options)
    })
}

/// Smallest effect `d_s` that the test of two samples finds with the power.
///
/// It has the sign of the direction of the test; positive when two-sided.
///
/// # Errors
///
/// [`StatsError::TooFew`] as in [`two_sample_t`]; [`StatsError::OutOfRange`] unless
/// `alpha < power < 1`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::power::{self, PowerOptions};
///
/// let options = PowerOptions::default();
/// let d_s = power::two_sample_t_effect(30, 60, 0.8, &options)?;
/// assert!((power::two_sample_t(d_s, 30, 60, &options)? - 0.8).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Bloom (1995), the minimum detectable effect.
pub fn two_sample_t_effect(
    n1: usize,
    n2: usize,
    power: f64,
    options: &PowerOptions,
) -> Result<f64, StatsError> {
    let options = options.checked()?;
    check_sizes(n1, n2)?;
    let power = options.check_power(power)?;
    let (n1, n2) = (n1 as f64, n2 as f64);
    Ok(Test::new(n1 + n2 - 2.0, &options).noncentrality(power) / harmonic(n1, n2).sqrt())
}

fn check_sizes(n1: usize, n2: usize) -> Result<(), StatsError> {
    at_least(1, n1.min(n2))?;
    at_least(3, n1.saturating_add(n2))
}

fn power_of(d_s: f64, n1: f64, n2: f64, options: &PowerOptions) -> f64 {
    Test::new(n1 + n2 - 2.0, options).power(d_s * harmonic(n1, n2).sqrt())
}

/// `n1 n2 / (n1 + n2)`.
fn harmonic(n1: f64, n2: f64) -> f64 {
    n1 / (n1 + n2) * n2
}
