//! The gamma distribution.
//!
//! # Formula
//!
//! ```text
//! P(X <= x) = P(shape, x / scale), the regularised incomplete gamma function
//! ```
//!
//! # Parameters
//!
//! - `shape`: shape, positive.
//! - `scale`: scale, positive, in the unit of `x`.
//!
//! # References
//!
//! Temme (1979).

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
/// use bangkom_stats::distributions::gamma;
///
/// let value = gamma::cdf(3.0, 1.0, 2.0)?;
/// assert!((value - 0.776_869_839_851_570_2).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(x: f64, shape: f64, scale: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("shape", shape)?;
    check::positive("scale", scale)?;
    Ok(raw::gamma::cdf(x, shape, scale))
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
/// use bangkom_stats::distributions::gamma;
///
/// let value = gamma::sf(3.0, 1.0, 2.0)?;
/// assert!((value - 0.223_130_160_148_429_83).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(x: f64, shape: f64, scale: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("shape", shape)?;
    check::positive("scale", scale)?;
    Ok(raw::gamma::sf(x, shape, scale))
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
/// use bangkom_stats::distributions::gamma;
///
/// let value = gamma::quantile(0.5, 1.0, 2.0)?;
/// assert!((value - 1.386_294_361_119_890_6).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn quantile(p: f64, shape: f64, scale: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("shape", shape)?;
    check::positive("scale", scale)?;
    Ok(raw::gamma::quantile(p, shape, scale))
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
/// use bangkom_stats::distributions::gamma;
///
/// let value = gamma::upper_quantile(0.5, 1.0, 2.0)?;
/// assert!((value - 1.386_294_361_119_890_6).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn upper_quantile(p: f64, shape: f64, scale: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("shape", shape)?;
    check::positive("scale", scale)?;
    Ok(raw::gamma::upper_quantile(p, shape, scale))
}
