//! The beta distribution.
//!
//! # Formula
//!
//! ```text
//! P(X <= x) = I_x(a, b), the regularised incomplete beta function
//! ```
//!
//! # Parameters
//!
//! - `a`: first shape, positive.
//! - `b`: second shape, positive.
//!
//! # References
//!
//! Didonato and Morris (1992).

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
/// use bangkom_stats::distributions::beta;
///
/// let value = beta::cdf(0.25, 2.0, 1.0)?;
/// assert!((value - 0.0625).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(x: f64, a: f64, b: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("a", a)?;
    check::positive("b", b)?;
    Ok(raw::beta::cdf(x, a, b))
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
/// use bangkom_stats::distributions::beta;
///
/// let value = beta::sf(0.25, 2.0, 1.0)?;
/// assert!((value - 0.9375).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(x: f64, a: f64, b: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("a", a)?;
    check::positive("b", b)?;
    Ok(raw::beta::sf(x, a, b))
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
/// use bangkom_stats::distributions::beta;
///
/// let value = beta::quantile(0.0625, 2.0, 1.0)?;
/// assert!((value - 0.25).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn quantile(p: f64, a: f64, b: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("a", a)?;
    check::positive("b", b)?;
    Ok(raw::beta::quantile(p, a, b))
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
/// use bangkom_stats::distributions::beta;
///
/// let value = beta::upper_quantile(0.0625, 1.0, 2.0)?;
/// assert!((value - 0.75).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn upper_quantile(p: f64, a: f64, b: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("a", a)?;
    check::positive("b", b)?;
    Ok(raw::beta::upper_quantile(p, a, b))
}
