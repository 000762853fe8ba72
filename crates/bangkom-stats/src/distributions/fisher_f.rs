//! Fisher's F distribution.
//!
//! # Formula
//!
//! ```text
//! P(F <= x) = I_y(d1 / 2, d2 / 2), y = d1 x / (d1 x + d2)
//! ```
//!
//! # Parameters
//!
//! - `d1`: numerator degrees of freedom, positive.
//! - `d2`: denominator degrees of freedom, positive.
//!
//! # References
//!
//! Snedecor (1934).

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
/// use bangkom_stats::distributions::fisher_f;
///
/// let value = fisher_f::cdf(3.0, 2.0, 10.0)?;
/// assert!((value - 0.904_632_568_359_375).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(x: f64, d1: f64, d2: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("d1", d1)?;
    check::positive("d2", d2)?;
    Ok(raw::fisher_f::cdf(x, d1, d2))
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
/// use bangkom_stats::distributions::fisher_f;
///
/// let value = fisher_f::sf(3.0, 2.0, 10.0)?;
/// assert!((value - 0.095_367_431_640_625).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(x: f64, d1: f64, d2: f64) -> Result<f64, StatsError> {
    check::point("x", x)?;
    check::positive("d1", d1)?;
    check::positive("d2", d2)?;
    Ok(raw::fisher_f::sf(x, d1, d2))
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
/// use bangkom_stats::distributions::fisher_f;
///
/// let value = fisher_f::quantile(0.95, 2.0, 10.0)?;
/// assert!((value - 4.102_821_015_130_401).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn quantile(p: f64, d1: f64, d2: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("d1", d1)?;
    check::positive("d2", d2)?;
    Ok(raw::fisher_f::quantile(p, d1, d2))
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
/// use bangkom_stats::distributions::fisher_f;
///
/// let value = fisher_f::upper_quantile(0.05, 2.0, 10.0)?;
/// assert!((value - 4.102_821_015_130_401).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn upper_quantile(p: f64, d1: f64, d2: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::positive("d1", d1)?;
    check::positive("d2", d2)?;
    Ok(raw::fisher_f::upper_quantile(p, d1, d2))
}
