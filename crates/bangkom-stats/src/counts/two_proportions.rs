use serde::{Deserialize, Serialize};

use super::proportion::{check_successes, critical, total, wilson};
use crate::distributions::raw::normal;
use crate::p_value::never_zero;
use crate::sample::at_least;
use crate::{Alternative, Basis, ConfidenceLevel, Interval, Method, StatsError};

/// Two independent shares compared, second against first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoProportions {
    /// What the result rests on.
    pub basis: Basis,
    /// Share of the first group, 0..1.
    pub first: f64,
    /// Share of the second group, 0..1.
    pub second: f64,
    /// Second share minus first, -1..1.
    pub difference: f64,
    /// Newcombe's interval of the difference.
    pub interval: Interval,
    /// Score statistic with the pooled share; absent when no trial, or every trial, succeeded.
    pub z: Option<f64>,
    /// P-value of `z` in the direction of the basis.
    pub p: Option<f64>,
    /// Ratio of the shares; absent when a group has no success.
    pub ratio: Option<RiskRatio>,
}

/// Ratio of two shares, second by first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskRatio {
    /// Second share by first.
    pub ratio: f64,
    /// Katz's interval, symmetric on the log scale.
    pub interval: Interval,
}

/// Compares two independent shares given as (successes, trials).
///
/// # Formula
///
/// With Wilson limits `l, u` of each share:
///
/// ```text
/// low  = (p2 - p1) - sqrt((p2 - l2)^2 + (u1 - p1)^2)
/// high = (p2 - p1) + sqrt((u2 - p2)^2 + (p1 - l1)^2)
/// z    = (p2 - p1) / sqrt(q (1 - q) (1/n1 + 1/n2)),  q = (k1 + k2) / (n1 + n2)
/// ratio: p2/p1 exp(+- z_c sqrt(1/k1 - 1/n1 + 1/k2 - 1/n2))
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] of a group without trials, [`StatsError::OutOfRange`] with more
/// successes than trials.
///
/// # Examples
///
/// ```
/// use bangkom_stats::counts::two_proportions;
/// use bangkom_stats::{Alternative, ConfidenceLevel};
///
/// let level = ConfidenceLevel::default();
/// let passed = two_proportions((10, 40), (22, 38), Alternative::TwoSided, level)?;
/// assert!((passed.difference - 0.328_947).abs() < 1e-6);
/// assert!(passed.interval.low > 0.11);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Newcombe (1998), method 10; Katz, Baptista, Azen and Pike (1978).
#[doc(alias = "prop.test")]
pub fn two_proportions(
    first: (u64, u64),
    second: (u64, u64),
    alternative: Alternative,
    level: ConfidenceLevel,
) -> Result<TwoProportions, StatsError> {
    for (successes, trials) in [first, second] {
        at_least(1, trials as usize)?;
        check_successes(successes, trials)?;
    }
    let [(k1, n1), (k2, n2)] = [first, second].map(|(k, n)| (k as f64, n as f64));
    let (p1, p2) = (k1 / n1, k2 / n2);
    let difference = p2 - p1;
    let (a, b) = (wilson(k1, n1, level), wilson(k2, n2, level));
    let pooled = (k1 + k2) / (n1 + n2);
    let se = (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
    let z = (se > 0.0).then(|| difference / se);
    let n = total(first.1, second.1)? as usize;
    let basis = Basis::new(Method::new("two_proportions, newcombe"), n, n);
    Ok(TwoProportions {
        basis: basis.level(level).alternative(alternative),
        first: p1,
        second: p2,
        difference,
        interval: Interval {
            low: difference - (p2 - b.low).hypot(a.high - p1),
            high: difference + (b.high - p2).hypot(p1 - a.low),
        },
        z,
        p: z.map(|z| {
            never_zero(alternative.pick(2.0 * normal::sf(z.abs()), normal::sf(z), normal::cdf(z)))
        }),
        ratio: ratio((k1, n1), (k2, n2), level),
    })
}

fn ratio(first: (f64, f64), second: (f64, f64), level: ConfidenceLevel) -> Option<RiskRatio> {
    let ((k1, n1), (k2, n2)) = (first, second);
    let ratio = (k2 / n2) / (k1 / n1);
    let half = critical(level) * (1.0 / k1 - 1.0 / n1 + 1.0 / k2 - 1.0 / n2).max(0.0).sqrt();
    (k1 > 0.0 && k2 > 0.0).then(|| RiskRatio {
        ratio,
        interval: Interval {
            low: ratio * libm::exp(-half),
            high: ratio * libm::exp(half),
        },
    })
}
