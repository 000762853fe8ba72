use serde::{Deserialize, Serialize};

use super::SortedSample;
use super::sorted::probability;
use crate::distributions::raw::binomial;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError};

/// A distribution-free interval for a quantile, between two order statistics.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantileInterval {
    /// What the result rests on.
    pub basis: Basis,
    /// Probability of the quantile.
    pub p: f64,
    /// The interval, in the unit of the values; an end that the sample cannot give is infinite.
    pub interval: Interval,
    /// 1-based rank of the lower end, absent when the sample is too small for one.
    pub rank_low: Option<usize>,
    /// 1-based rank of the upper end, absent when the sample is too small for one.
    pub rank_high: Option<usize>,
    /// Probability that the interval covers the quantile of a continuous distribution, at least
    /// the level.
    pub coverage: f64,
}

/// Interval for the `p` quantile from the ranks of the sample, exact for any distribution.
///
/// # Formula
///
/// ```text
/// lower rank = largest l with P(Bin(n, p) <= l - 1) <= alpha / 2
/// upper rank = smallest u with P(Bin(n, p) >= u) <= alpha / 2
/// ```
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `0 <= p <= 1`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::quantiles::{SortedSample, quantile_interval};
///
/// let days = SortedSample::new(&[1.0, 2.0, 2.0, 3.0, 5.0, 8.0, 9.0, 12.0, 20.0, 41.0])?;
/// let median = quantile_interval(&days, 0.5, ConfidenceLevel::default())?;
/// assert_eq!((median.rank_low, median.rank_high), (Some(2), Some(9)));
/// assert_eq!((median.interval.low, median.interval.high), (2.0, 20.0));
/// assert!(median.coverage >= 0.95);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Thompson (1936); Conover (1999), section 3.2.
pub fn quantile_interval(
    sample: &SortedSample,
    p: f64,
    level: ConfidenceLevel,
) -> Result<QuantileInterval, StatsError> {
    let p = probability(p)?;
    let n = sample.values().len() as u64;
    // Ranks at which the tail is still small enough form a prefix, and a suffix on the upper side.
    let lower = count_while(n, |i| binomial::cdf(i, n, p) <= level.tail());
    let upper = count_while(n, |i| upper_tail(i + 1, n, p) > level.tail()) + 1;
    let rank_low = (lower >= 1).then_some(lower as usize);
    let rank_high = (upper <= n).then_some(upper as usize);
    let below = rank_low.map_or(0.0, |rank| binomial::cdf(rank as u64 - 1, n, p));
    let above = rank_high.map_or(0.0, |rank| upper_tail(rank as u64, n, p));
    let end = |rank: Option<usize>, open: f64| rank.map_or(open, |rank| sample.values()[rank - 1]);
    let basis = Basis::new(
        Method::new("quantile_interval"),
        sample.n_input(),
        n as usize,
    );
    Ok(QuantileInterval {
        basis: basis.level(level),
        p,
        interval: Interval {
            low: end(rank_low, f64::NEG_INFINITY),
            high: end(rank_high, f64::INFINITY),
        },
        rank_low,
        rank_high,
        coverage: 1.0 - below - above,
    })
}

/// `P(Bin(n, p) >= k)` for `k >= 1`.
fn upper_tail(k: u64, n: u64, p: f64) -> f64 {
    binomial::sf(k - 1, n, p)
}

/// How many of `0..n` hold, when those that hold come first.
fn count_while(n: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
