use serde::{Deserialize, Serialize};

use super::proportion::{clopper_pearson, critical};
use crate::distributions::raw::{binomial, chi_squared};
use crate::p_value::never_zero;
use crate::sample::{present_pairs, refuse_other_than_01};
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError, Warning};

/// How many pairs fall in each cell, before then after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairedCounts {
    /// 0 before and 0 after.
    pub n00: u64,
    /// 0 before and 1 after: gained.
    pub n01: u64,
    /// 1 before and 0 after: lost.
    pub n10: u64,
    /// 1 before and 1 after.
    pub n11: u64,
}

/// Two paired shares compared by the pairs that changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct McNemar {
    /// What the result rests on.
    pub basis: Basis,
    /// Pairs by cell.
    pub counts: PairedCounts,
    /// Share of ones after minus share before, -1..1.
    pub difference: f64,
    /// Wald's interval of the difference.
    pub interval: Interval,
    /// The tests, absent when no pair changed.
    pub discordance: Option<Discordance>,
}

/// What the pairs that changed say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discordance {
    /// Two-sided exact binomial p-value.
    pub p_exact: f64,
    /// Two-sided mid-p: less conservative than the exact one, the one to report.
    pub p_mid: f64,
    /// Chi-square statistic without correction.
    pub chi_squared: f64,
    /// P-value of `chi_squared`.
    pub p_chi_squared: f64,
    /// Chi-square statistic with continuity correction.
    pub chi_squared_corrected: f64,
    /// P-value of `chi_squared_corrected`.
    pub p_chi_squared_corrected: f64,
    /// Gained by lost; absent (infinite) when none was lost.
    pub odds_ratio: Option<f64>,
    /// Exact conditional interval of the odds ratio; its upper end is infinite when none was lost.
    pub odds_ratio_interval: Interval,
}

/// Compares the shares of ones in two paired samples of zeros and ones.
///
/// # Formula
///
/// With `b` pairs gained (0 to 1) and `c` lost (1 to 0), `m = b + c`:
///
/// ```text
/// exact  min(1, 2 P(Bin(m, 1/2) <= min(b, c)))
/// mid-p  exact minus P(Bin(m, 1/2) = b); 1 - P(…= b) when b = c
/// chi2   (b - c)^2 / m, corrected (|b - c| - 1)^2 / m
/// OR     b / c, interval l/(1-l) … u/(1-u) from Clopper-Pearson of b / m
/// diff   (b - c) / n +- z sqrt(b + c - (b - c)^2 / n) / n
/// ```
///
/// # Errors
///
/// [`StatsError::OutOfRange`] of a value that is neither 0 nor 1, [`StatsError::LengthMismatch`],
/// [`StatsError::NotFinite`], [`StatsError::TooFew`] without a complete pair. That no pair changed
/// is not an error: `discordance` is then absent.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::counts::mcnemar;
///
/// let before = [0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0];
/// let after = [1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 0.0];
/// let result = mcnemar(&before, &after, ConfidenceLevel::default())?;
/// let tests = result.discordance.expect("six pairs changed");
/// assert!((tests.p_exact - 0.21875).abs() < 1e-12);
/// assert_eq!(tests.odds_ratio, Some(5.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// `McNemar` (1947); Fagerland, Lydersen and Laake (2013).
pub fn mcnemar(
    before: &[f64],
    after: &[f64],
    level: ConfidenceLevel,
) -> Result<McNemar, StatsError> {
    let (first, second) = present_pairs(["before", "after"], before, after, 1)?;
    refuse_other_than_01("before", before)?;
    refuse_other_than_01("after", after)?;
    let counts = tally(&first, &second);
    let n = first.len() as f64;
    let gap = counts.n01 as f64 - counts.n10 as f64;
    let changed = (counts.n01 + counts.n10) as f64;
    let half = critical(level) * (changed - gap * gap / n).max(0.0).sqrt() / n;
    let difference = gap / n;
    let basis = Basis::new(Method::new("mcnemar"), before.len(), first.len());
    let small = Warning::SmallSample {
        n: changed as usize,
        advised: 10,
    };
    Ok(McNemar {
        basis: basis.level(level).warn_if(changed < 10.0, small),
        counts,
        difference,
        interval: Interval {
            low: difference - half,
            high: difference + half,
        },
        discordance: (changed > 0.0).then(|| discordance(counts.n01, counts.n10, level)),
    })
}

fn tally(before: &[f64], after: &[f64]) -> PairedCounts {
    let mut counts = PairedCounts::default();
    for (first, second) in before.iter().zip(after) {
        let cell = match (*first == 1.0, *second == 1.0) {
            (false, false) => &mut counts.n00,
            (false, true) => &mut counts.n01,
            (true, false) => &mut counts.n10,
            (true, true) => &mut counts.n11,
        };
        *cell += 1;
    }
    counts
}

fn discordance(gained: u64, lost: u64, level: ConfidenceLevel) -> Discordance {
    let (b, c) = (gained as f64, lost as f64);
    let m = b + c;
    let point = binomial::pmf(gained, gained + lost, 0.5);
    let chi = (b - c).powi(2) / m;
    let corrected = ((b - c).abs() - 1.0).max(0.0).powi(2) / m;
    let odds = clopper_pearson(b, m, level);
    Discordance {
        p_exact: exact_p(gained, lost),
        p_mid: if gained == lost {
            1.0 - point
        } else {
            never_zero(exact_p(gained, lost) - point)
        },
        chi_squared: chi,
        p_chi_squared: never_zero(chi_squared::sf(chi, 1.0)),
        chi_squared_corrected: corrected,
        p_chi_squared_corrected: never_zero(chi_squared::sf(corrected, 1.0)),
        odds_ratio: (lost > 0).then(|| b / c),
        odds_ratio_interval: Interval {
            low: odds.low / (1.0 - odds.low),
            high: if lost > 0 {
                odds.high / (1.0 - odds.high)
            } else {
                f64::INFINITY
            },
        },
    }
}

/// Two-sided exact p-value of a split that is even under the null; 1 when nothing was counted.
pub(crate) fn exact_p(up: u64, down: u64) -> f64 {
    never_zero((2.0 * binomial::cdf(up.min(down), up + down, 0.5)).min(1.0))
}
