//! The chi-squared distribution.
//!
//! # Formula
//!
//! ```text
//! P(X <= x) = P(df / 2, x / 2), the regularised incomplete gamma function
//! ```
//!
//! # Parameters
//!
//! - `df`: degrees of freedom, positive.
//!
//! # References
//!
//! Pearson (1900).

use super::{check, raw};
use crate::StatsError;

/// Probability of a value up to `x`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN or a parameter outside its range.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::chi_squared;
///
/// let value = chi_squared::cdf(5.0, 2.0)?;
/// assert!((value - 0.917_915_001_376_101_2).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(x: f64, df: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("df", df)?;
    Ok(raw::chi_squared::cdf(x, df))
}

/// Probability of a value above `x`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN or a parameter outside its range.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::chi_squared;
///
/// let value = chi_squared::sf(5.0, 2.0)?;
/// assert!((value - 0.082_084_998_623_898_8).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(x: f64, df: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("df", df)?;
    Ok(raw::chi_squared::sf(x, df))
}

/// Value below which a share `p` of the distribution lies.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN or a parameter outside its range.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::chi_squared;
///
/// let value = chi_squared::quantile(0.95, 2.0)?;
/// assert!((value - 5.991_464_547_107_98).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn quantile(p: f64, df: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("df", df)?;
    Ok(raw::chi_squared::quantile(p, df))
}

/// Value above which a share `p` of the distribution lies.
///
/// It keeps its digits where `1 - p` would round to one.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN or a parameter outside its range.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::chi_squared;
///
/// let value = chi_squared::upper_quantile(0.05, 2.0)?;
/// assert!((value - 5.991_464_547_107_98).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn upper_quantile(p: f64, df: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("df", df)?;
    Ok(raw::chi_squared::upper_quantile(p, df))
}
