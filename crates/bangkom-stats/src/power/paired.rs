use super::test::{Test, finite};
use super::{PowerOptions, RequiredSize, search};
use crate::sample::at_least;
use crate::{Method, StatsError};

/// Power of the paired t test.
///
/// # Formula
///
/// ```text
/// ncp = d_z sqrt n, df = n - 1
/// power = P(T > c) + P(T < -c), T noncentral t, c the critical value
/// ```
///
/// # Parameters
///
/// - `d_z`: mean of the differences in their standard deviations.
/// - `n`: pairs, two or more.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two pairs; [`StatsError::OutOfRange`] for an infinite effect or a
/// level outside 0..1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::power::{self, PowerOptions};
///
/// let power = power::paired_t(0.5, 34, &PowerOptions::default())?;
/// assert!((power - 0.807_777_501_279_274).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cohen (1988).
pub fn paired_t(d_z: f64, n: usize, options: &PowerOptions) -> Result<f64, StatsError> {
    let options = options.checked()?;
    finite("d_z", d_z)?;
    at_least(2, n)?;
    Ok(power_of(d_z, n as u64, &options))
}

/// Smallest number of pairs with which the paired t test has the power.
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
/// let size = power::paired_t_size(0.3, 0.9, &PowerOptions::default())?;
/// assert_eq!(size.n, 119);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cohen (1988).
pub fn paired_t_size(
    d_z: f64,
    power: f64,
    options: &PowerOptions,
) -> Result<RequiredSize, StatsError> {
    let options = options.checked()?;
    finite("d_z", d_z)?;
    let power = options.check_power(power)?;
    let method = Method::new("power, paired_t");
    search::smallest(method, &options, power, |n| power_of(d_z, n, &options))
}

/// Smallest effect `d_z` that the paired t test finds with the power.
///
/// It has the sign of the direction of the test; positive when two-sided.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two pairs; [`StatsError::OutOfRange`] unless `alpha < power < 1`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::power::{self, PowerOptions};
///
/// let options = PowerOptions::default();
/// let d_z = power::paired_t_effect(34, 0.8, &options)?;
/// assert!((power::paired_t(d_z, 34, &options)? - 0.8).abs() < 1e-12);
/// assert!(d_z < 0.5);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Bloom (1995), the minimum detectable effect.
pub fn paired_t_effect(n: usize, power: f64, options: &PowerOptions) -> Result<f64, StatsError> {
    let options = options.checked()?;
    at_least(2, n)?;
    let power = options.check_power(power)?;
    Ok(Test::new(n as f64 - 1.0, &options).noncentrality(power) / (n as f64).sqrt())
}

fn power_of(d_z: f64, n: u64, options: &PowerOptions) -> f64 {
    let n = n as f64;
    Test::new(n - 1.0, options).power(d_z * n.sqrt())
}
