//! The binomial distribution.
//!
//! # Formula
//!
//! ```text
//! P(X = k) = C(n, k) p^k (1 - p)^(n - k)
//! ```
//!
//! # References
//!
//! Loader (2000), the saddle-point form of the probabilities.

use super::{check, raw};
use crate::StatsError;

/// Probability of exactly `k` successes.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `p` lies in 0..1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::binomial;
///
/// let value = binomial::pmf(3, 10, 0.5)?;
/// assert!((value - 0.117_187_5).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn pmf(k: u64, n: u64, p: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    Ok(raw::binomial::pmf(k, n, p))
}

/// Probability of at most `k` successes.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `p` lies in 0..1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::binomial;
///
/// let value = binomial::cdf(3, 10, 0.5)?;
/// assert!((value - 0.171_875).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(k: u64, n: u64, p: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    Ok(raw::binomial::cdf(k, n, p))
}

/// Probability of more than `k` successes.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `p` lies in 0..1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::binomial;
///
/// let value = binomial::sf(3, 10, 0.5)?;
/// assert!((value - 0.828_125).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(k: u64, n: u64, p: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    Ok(raw::binomial::sf(k, n, p))
}
