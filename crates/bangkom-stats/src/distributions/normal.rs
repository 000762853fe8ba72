//! The standard normal distribution.
//!
//! # Formula
//!
//! ```text
//! Phi(z) = erfc(-z / sqrt 2) / 2
//! ```
//!
//! # References
//!
//! Cody (1969), rational approximations of the error function, as in `libm`.

use super::{check, raw};
use crate::StatsError;

/// Density at `z`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::normal;
///
/// let value = normal::pdf(0.0)?;
/// assert!((value - 0.398_942_280_401_432_7).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn pdf(z: f64) -> Result<f64, StatsError> {
    check::point("z", z)?;
    Ok(raw::normal::pdf(z))
}

/// Probability of a value up to `z`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::normal;
///
/// let value = normal::cdf(1.959963984540054)?;
/// assert!((value - 0.975).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(z: f64) -> Result<f64, StatsError> {
    check::point("z", z)?;
    Ok(raw::normal::cdf(z))
}

/// Probability of a value above `z`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::normal;
///
/// let value = normal::sf(1.959963984540054)?;
/// assert!((value - 0.025).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(z: f64) -> Result<f64, StatsError> {
    check::point("z", z)?;
    Ok(raw::normal::sf(z))
}

/// Natural logarithm of the probability of a value above `z`.
///
/// It stays finite where the probability itself is below the smallest double.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::normal;
///
/// let value = normal::ln_sf(40.0)?;
/// assert!((value - -804.608_442_013_753_9).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn ln_sf(z: f64) -> Result<f64, StatsError> {
    check::point("z", z)?;
    Ok(raw::normal::ln_sf(z))
}

/// Value below which a share `p` of the distribution lies.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::normal;
///
/// let value = normal::quantile(0.975)?;
/// assert!((value - 1.959963984540054).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn quantile(p: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    Ok(raw::normal::quantile(p))
}
