//! The Poisson distribution.
//!
//! # Formula
//!
//! ```text
//! P(X = k) = mean^k e^(-mean) / k!
//! ```
//!
//! # References
//!
//! Loader (2000), the saddle-point form of the probabilities.

use super::{check, raw};
use crate::StatsError;

/// Probability of exactly `k` events.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `mean` is positive and finite.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::poisson;
///
/// let value = poisson::pmf(1, 2.0)?;
/// assert!((value - 0.270_670_566_473_225_4).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn pmf(k: u64, mean: f64) -> Result<f64, StatsError> {
    check::positive("mean", mean)?;
    Ok(raw::poisson::pmf(k, mean))
}

/// Probability of at most `k` events.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `mean` is positive and finite.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::poisson;
///
/// let value = poisson::cdf(0, 2.0)?;
/// assert!((value - 0.135_335_283_236_612_7).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(k: u64, mean: f64) -> Result<f64, StatsError> {
    check::positive("mean", mean)?;
    Ok(raw::poisson::cdf(k, mean))
}

/// Probability of more than `k` events.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `mean` is positive and finite.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::poisson;
///
/// let value = poisson::sf(0, 2.0)?;
/// assert!((value - 0.864_664_716_763_387_3).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(k: u64, mean: f64) -> Result<f64, StatsError> {
    check::positive("mean", mean)?;
    Ok(raw::poisson::sf(k, mean))
}
