//! Student's t distribution.
//!
//! # Formula
//!
//! ```text
//! P(T > t) = I_x(df / 2, 1 / 2) / 2 for t > 0, x = df / (df + t^2)
//! ```
//!
//! # Parameters
//!
//! - `df`: degrees of freedom, positive; infinity gives the normal distribution.
//!
//! # References
//!
//! Student (1908).

use super::{check, raw};
use crate::StatsError;

/// Probability of a value up to `t`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN or a parameter outside its range.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::student_t;
///
/// let value = student_t::cdf(2.0, 10.0)?;
/// assert!((value - 0.963_305_982_614_629_8).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(t: f64, df: f64) -> Result<f64, StatsError> {
    check::point("t", t)?;
    check::degrees("df", df)?;
    Ok(raw::student_t::cdf(t, df))
}

/// Probability of a value above `t`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN or a parameter outside its range.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::student_t;
///
/// let value = student_t::sf(2.0, 10.0)?;
/// assert!((value - 0.036_694_017_385_370_18).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(t: f64, df: f64) -> Result<f64, StatsError> {
    check::point("t", t)?;
    check::degrees("df", df)?;
    Ok(raw::student_t::sf(t, df))
}

/// Probability of a value at least as far from zero as `t`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN or a parameter outside its range.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::student_t;
///
/// let value = student_t::two_sided(-2.0, 10.0)?;
/// assert!((value - 0.073_388_034_770_740_37).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn two_sided(t: f64, df: f64) -> Result<f64, StatsError> {
    check::point("t", t)?;
    check::degrees("df", df)?;
    Ok(raw::student_t::two_sided(t, df))
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
/// use bangkom_stats::distributions::student_t;
///
/// let value = student_t::quantile(0.975, 10.0)?;
/// assert!((value - 2.228_138_851_986_275).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn quantile(p: f64, df: f64) -> Result<f64, StatsError> {
    check::probability("p", p)?;
    check::degrees("df", df)?;
    Ok(raw::student_t::quantile(p, df))
}
