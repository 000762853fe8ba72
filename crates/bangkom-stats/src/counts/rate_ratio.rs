use serde::{Deserialize, Serialize};

use super::proportion::{clopper_pearson, total};
use crate::distributions::raw::binomial;
use crate::p_value::never_zero;
use crate::sample::{at_least, representable};
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError};

/// Relative slack within which two point probabilities count as equal, as in R.
const EQUAL: f64 = 1e-7;

/// Two event rates compared, second by first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateRatio {
    /// What the result rests on; counts are events.
    pub basis: Basis,
    /// Events by exposure of the first group.
    pub first: f64,
    /// Events by exposure of the second group.
    pub second: f64,
    /// Second rate by first; absent when the first group has no event.
    pub ratio: Option<f64>,
    /// Exact interval of the ratio; infinite above when the first group has no event.
    pub interval: Interval,
    /// Two-sided p: twice the smaller tail. It agrees with the interval.
    pub p_central: f64,
    /// Two-sided p: all outcomes no likelier than the one seen (R's `poisson.test`).
    pub p_minlike: f64,
}

/// Exact comparison of two Poisson rates given as (events, exposure).
///
/// Exposures are in any one unit (months, cases, hours); the rates are per that unit.
///
/// # Formula
///
/// ```text
/// given x1 + x2:  x2 ~ Binomial(x1 + x2, t2 / (t1 + t2)) when the rates are equal
/// interval: Clopper-Pearson (l, u) of x2 / (x1 + x2), then l/(1-l) t1/t2, u/(1-u) t1/t2
/// ```
///
/// # Errors
///
/// [`StatsError::OutOfRange`] of an exposure that is not positive and finite,
/// [`StatsError::TooFew`] when neither group has an event.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::counts::rate_ratio;
///
/// let complaints = rate_ratio((30, 12.0), (18, 12.0), ConfidenceLevel::default())?;
/// assert_eq!(complaints.ratio, Some(0.6));
/// assert!((complaints.p_central - 0.111_402_891).abs() < 1e-9);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Przyborowski and Wilenski (1940); Fay (2010) on the two p-values.
#[doc(alias = "poisson.test")]
pub fn rate_ratio(
    first: (u64, f64),
    second: (u64, f64),
    level: ConfidenceLevel,
) -> Result<RateRatio, StatsError> {
    for exposure in [first.1, second.1] {
        if !(exposure > 0.0 && exposure.is_finite()) {
            return Err(StatsError::parameter(
                "exposure",
                exposure,
                0.0,
                f64::INFINITY,
            ));
        }
    }
    let ((x1, t1), (x2, t2)) = (first, second);
    let n = total(x1, x2)?;
    at_least(1, n as usize)?;
    let share = 1.0 / (1.0 + t1 / t2);
    let exact = clopper_pearson(x2 as f64, n as f64, level);
    let odds = |end: f64| end / (1.0 - end) * (t1 / t2);
    let (rate1, rate2) = (x1 as f64 / t1, x2 as f64 / t2);
    let ratio = (x1 > 0).then(|| rate2 / rate1);
    representable("the rate ratio", &[rate1, rate2, ratio.unwrap_or(0.0)])?;
    let basis = Basis::new(
        Method::new("rate_ratio, conditional"),
        n as usize,
        n as usize,
    );
    let smaller = binomial::cdf(x2, n, share).min(at_or_above(x2, n, share));
    Ok(RateRatio {
        basis: basis.level(level),
        first: rate1,
        second: rate2,
        ratio,
        interval: Interval {
            low: odds(exact.low),
            high: if x1 > 0 {
                odds(exact.high)
            } else {
                f64::INFINITY
            },
        },
        p_central: never_zero((2.0 * smaller).min(1.0)),
        p_minlike: never_zero(no_likelier(x2, n, share)),
    })
}

/// `P(X >= k)`.
fn at_or_above(k: u64, n: u64, p: f64) -> f64 {
    k.checked_sub(1)
        .map_or(1.0, |below| binomial::sf(below, n, p))
}

/// Probability of all outcomes that are no likelier than `k`.
///
/// The point probabilities rise to the mode and fall after it, so the outcomes on the far side are
/// found by bisection.
fn no_likelier(k: u64, n: u64, p: f64) -> f64 {
    let limit = binomial::pmf(k, n, p) * (1.0 + EQUAL);
    let mode = (((n + 1) as f64) * p).floor().min(n as f64) as u64;
    let unlikely = |outcome: u64| binomial::pmf(outcome, n, p) <= limit;
    if unlikely(mode) {
        return 1.0;
    }
    let both = if k < mode {
        let far = first_where(mode, n + 1, unlikely);
        binomial::cdf(k, n, p) + at_or_above_open(far, n, p)
    } else {
        let far = first_where(0, mode, |outcome| !unlikely(outcome));
        let below = far
            .checked_sub(1)
            .map_or(0.0, |last| binomial::cdf(last, n, p));
        below + at_or_above(k, n, p)
    };
    both.min(1.0)
}

/// `P(X >= k)` where `k` may lie past the end.
fn at_or_above_open(k: u64, n: u64, p: f64) -> f64 {
    if k > n { 0.0 } else { at_or_above(k, n, p) }
}

/// First of `low..high` where the condition holds and keeps holding, or `high`.
fn first_where(mut low: u64, mut high: u64, holds: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
