//! The noncentral t distribution, both tails with all their digits.
//!
//! # Formula
//!
//! ```text
//! T = (Z + ncp) / (chi_df / sqrt df)
//! P(T <= t) = integral over s > 0 of Phi(t s - ncp) f(s) ds, f the density of chi_df / sqrt df
//! ```
//!
//! The integrand is positive, so nothing cancels in either tail; the trapezoidal rule in `ln s`
//! converges geometrically because the integrand is analytic and falls off on both sides.
//!
//! # References
//!
//! Johnson and Welch (1940); Steiger and Fouladi (1997), the interval by inversion; Trefethen and
//! Weideman (2014), the trapezoidal rule.

use super::{check, raw};
use crate::{ConfidenceLevel, Interval, StatsError};

/// Largest noncentrality that is accepted, on either side of zero.
const NCP_LIMIT: f64 = 1e6;

/// Probability of a value up to `t`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN, `df` not positive and finite, or `|ncp| > 1e6`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::noncentral_t;
///
/// let value = noncentral_t::cdf(2.0, 10.0, 1.0)?;
/// assert!((value - 0.807_611_562_583_1).abs() < 1e-10);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn cdf(t: f64, df: f64, ncp: f64) -> Result<f64, StatsError> {
    checked(t, df, ncp)?;
    Ok(raw::noncentral_t::cdf(t, df, ncp))
}

/// Probability of a value above `t`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a NaN, `df` not positive and finite, or `|ncp| > 1e6`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::distributions::noncentral_t;
///
/// let both = noncentral_t::cdf(2.0, 10.0, 1.0)? + noncentral_t::sf(2.0, 10.0, 1.0)?;
/// assert!((both - 1.0).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sf(t: f64, df: f64, ncp: f64) -> Result<f64, StatsError> {
    checked(t, df, ncp)?;
    Ok(raw::noncentral_t::sf(t, df, ncp))
}

/// Interval of the noncentrality for which the observed `t` is not extreme.
///
/// # Formula
///
/// ```text
/// P(T > t | low) = (1 - level) / 2,  P(T < t | high) = (1 - level) / 2
/// ```
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `|t| <= 1e5` and `df` is positive and finite.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{ConfidenceLevel, distributions::noncentral_t};
///
/// let interval = noncentral_t::ncp_interval(2.0, 10.0, ConfidenceLevel::default())?;
/// let tail = noncentral_t::sf(2.0, 10.0, interval.low)?;
/// assert!((tail - 0.025).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn ncp_interval(t: f64, df: f64, level: ConfidenceLevel) -> Result<Interval, StatsError> {
    if t.is_nan() || t.abs() > NCP_LIMIT / 10.0 {
        return Err(StatsError::parameter(
            "t",
            t,
            -NCP_LIMIT / 10.0,
            NCP_LIMIT / 10.0,
        ));
    }
    check::positive("df", df)?;
    Ok(raw::noncentral_t::ncp_interval(t, df, level.tail()))
}

fn checked(t: f64, df: f64, ncp: f64) -> Result<(), StatsError> {
    check::point("t", t)?;
    check::positive("df", df)?;
    if ncp.abs() <= NCP_LIMIT {
        return Ok(());
    }
    Err(StatsError::parameter("ncp", ncp, -NCP_LIMIT, NCP_LIMIT))
}
