use serde::{Deserialize, Serialize};

use crate::distributions::raw::{beta, normal};
use crate::sample::at_least;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError};

/// A share of successes with four intervals, all as shares 0..1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proportion {
    /// What the result rests on.
    pub basis: Basis,
    /// Number of successes.
    pub successes: u64,
    /// Number of trials.
    pub trials: u64,
    /// Successes by trials, 0..1.
    pub share: f64,
    /// Score interval: the one to report when nothing speaks for another.
    pub wilson: Interval,
    /// Exact interval: covers at least the level, often more.
    pub clopper_pearson: Interval,
    /// Wald's interval about the centre of the score interval, cut at 0 and 1.
    pub agresti_coull: Interval,
    /// Equal-tailed posterior interval under the Jeffreys prior, without adjustment at 0 and n.
    pub jeffreys: Interval,
}

/// Share of successes with Wilson, Clopper-Pearson, Agresti-Coull and Jeffreys intervals.
///
/// # Formula
///
/// With `z` the normal quantile of `1 - alpha / 2` and `p = k / n`:
///
/// ```text
/// Wilson           (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)
/// Clopper-Pearson  Beta quantiles: alpha/2 of (k, n-k+1), 1 - alpha/2 of (k+1, n-k)
/// Agresti-Coull    q +- z sqrt(q(1-q)/(n+z^2)), q = (k + z^2/2) / (n + z^2)
/// Jeffreys         Beta quantiles of (k + 1/2, n - k + 1/2)
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] without trials, [`StatsError::OutOfRange`] with more successes than
/// trials.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::counts::proportion;
///
/// let passed = proportion(45, 50, ConfidenceLevel::default())?;
/// assert_eq!(passed.share, 0.9);
/// assert!(passed.wilson.low > 0.78 && passed.wilson.high < 0.96);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Wilson (1927), Clopper and Pearson (1934), Agresti and Coull (1998), Brown, Cai and `DasGupta`
/// (2001).
#[doc(alias = "binom.test")]
pub fn proportion(
    successes: u64,
    trials: u64,
    level: ConfidenceLevel,
) -> Result<Proportion, StatsError> {
    at_least(1, trials as usize)?;
    check_successes(successes, trials)?;
    let (k, n) = (successes as f64, trials as f64);
    let basis = Basis::new(Method::new("proportion"), trials as usize, trials as usize);
    Ok(Proportion {
        basis: basis.level(level),
        successes,
        trials,
        share: k / n,
        wilson: wilson(k, n, level),
        clopper_pearson: clopper_pearson(k, n, level),
        agresti_coull: agresti_coull(k, n, level),
        jeffreys: Interval {
            low: beta::quantile(level.tail(), k + 0.5, n - k + 0.5),
            high: beta::upper_quantile(level.tail(), k + 0.5, n - k + 0.5),
        },
    })
}

pub(super) fn check_successes(successes: u64, trials: u64) -> Result<(), StatsError> {
    if successes <= trials {
        Ok(())
    } else {
        Err(StatsError::parameter(
            "successes",
            successes as f64,
            0.0,
            trials as f64,
        ))
    }
}

/// Sum of two counts, each small enough that a double counts it exactly.
pub(super) fn total(first: u64, second: u64) -> Result<u64, StatsError> {
    const MOST: u64 = 1 << 53;
    match [first, second].into_iter().find(|count| *count > MOST) {
        Some(count) => {
            let high = MOST as f64;
            Err(StatsError::parameter("count", count as f64, 0.0, high))
        }
        None => Ok(first + second),
    }
}

/// Two-sided normal quantile of a level.
pub(crate) fn critical(level: ConfidenceLevel) -> f64 {
    -normal::quantile(level.tail())
}

pub(super) fn wilson(k: f64, n: f64, level: ConfidenceLevel) -> Interval {
    let z = critical(level);
    let z2 = z * z;
    let half = z * (k * (n - k) / n + z2 / 4.0).sqrt();
    // At the ends of the range centre and half width are equal, and rounding must not show.
    let low = if k == 0.0 {
        0.0
    } else {
        (k + z2 / 2.0 - half) / (n + z2)
    };
    let high = if k == n {
        1.0
    } else {
        (k + z2 / 2.0 + half) / (n + z2)
    };
    Interval { low, high }
}

pub(super) fn clopper_pearson(k: f64, n: f64, level: ConfidenceLevel) -> Interval {
    let tail = level.tail();
    let low = if k > 0.0 {
        beta::quantile(tail, k, n - k + 1.0)
    } else {
        0.0
    };
    let high = if k < n {
        beta::upper_quantile(tail, k + 1.0, n - k)
    } else {
        1.0
    };
    Interval { low, high }
}

fn agresti_coull(k: f64, n: f64, level: ConfidenceLevel) -> Interval {
    let z = critical(level);
    let total = n + z * z;
    let centre = (k + z * z / 2.0) / total;
    let half = z * (centre * (1.0 - centre) / total).sqrt();
    Interval {
        low: (centre - half).max(0.0),
        high: (centre + half).min(1.0),
    }
}
