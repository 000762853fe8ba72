use serde::{Deserialize, Serialize};

use super::signed_rank::two_sided;
use super::split_sums::SplitSums;
use super::{ExactP, RankSumOptions, location};
use crate::distributions::raw::normal;
use crate::p_value::never_zero;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError, Warning, sample};

/// Result of the rank-sum test; shifts are in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankSum {
    /// Counts, direction, level, warnings.
    pub basis: Basis,
    /// Values used of the first sample.
    pub n_first: usize,
    /// Values used of the second sample.
    pub n_second: usize,
    /// Pairs of values in which the second is greater, plus half the ties.
    pub u: f64,
    /// `2 u / (n_1 n_2) - 1`, -1..1.
    pub rank_biserial: f64,
    /// Share of pairs of values in which the second is greater, plus half the ties, 0..1.
    pub a12: f64,
    /// Standardised `u`, with the ties observed.
    pub z: f64,
    /// Standardised `u`, moved by one half towards its mean.
    pub z_corrected: f64,
    /// Normal two-sided p-value.
    pub p_normal: f64,
    /// Normal two-sided p-value with continuity correction.
    pub p_normal_corrected: f64,
    /// Exact p-values; absent above the number of values in the options.
    pub exact: Option<ExactP>,
    /// The p-value of the direction asked for: exact, else normal with continuity correction.
    pub p: f64,
    /// Median of the differences of a second value and a first (Hodges and Lehmann).
    pub shift: f64,
    /// Interval of that shift from the distribution without ties, two-sided.
    pub shift_ci: Interval,
}

/// The Wilcoxon-Mann-Whitney test of a second sample against a first, exact also with ties.
///
/// # Formula
///
/// ```text
/// u = sum of the midranks of the second sample - n_2 (n_2 + 1) / 2
/// exact: share of the splits of the ranks observed into samples of these sizes
/// z = (u - n_1 n_2 / 2) / sqrt(n_1 n_2 / 12 (N + 1 - sum(t^3 - t) / (N (N - 1))))
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`], [`StatsError::TooFew`] when a sample is empty,
/// [`StatsError::NoVariation`] when all values are equal.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ranks::{RankSumOptions, rank_sum};
///
/// let test = rank_sum(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], &RankSumOptions::default())?;
/// assert_eq!((test.u, test.p, test.shift), (9.0, 0.1, 3.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Wilcoxon (1945); Mann and Whitney (1947); Hodges and Lehmann (1963); Vargha and Delaney (2000).
#[doc(alias = "mann_whitney")]
pub fn rank_sum(
    first: &[f64],
    second: &[f64],
    options: &RankSumOptions,
) -> Result<RankSum, StatsError> {
    let n_input = first.len() + second.len();
    let mut first = sample::present("first", first, 1)?;
    let mut second = sample::present("second", second, 1)?;
    first.sort_unstable_by(f64::total_cmp);
    second.sort_unstable_by(f64::total_cmp);
    let ranks = Ranks::of(&first, &second);
    if ranks.variance == 0.0 {
        return Err(StatsError::NoVariation { what: "values" });
    }
    let n = first.len() + second.len();
    let exact = (n <= options.exact_up_to.min(400)).then(|| ranks.exact());
    let normal = ranks.normal();
    let basis = Basis::new(Method::new("rank_sum"), n_input, n)
        .alternative(options.alternative)
        .level(options.level)
        .warn_if(ranks.tied > 0, Warning::Ties { groups: ranks.tied })
        .warn_if(exact.is_none(), Warning::NormalApproximation);
    let pairs = first.len() as f64 * second.len() as f64;
    Ok(RankSum {
        basis,
        n_first: first.len(),
        n_second: second.len(),
        u: ranks.u,
        rank_biserial: 2.0 * ranks.u / pairs - 1.0,
        a12: ranks.u / pairs,
        z: ranks.z(0.0),
        z_corrected: ranks.z(0.5),
        p_normal: two_sided(ranks.z(0.0)),
        p_normal_corrected: normal.p_two,
        p: exact.unwrap_or(normal).pick(options.alternative),
        exact,
        shift: location::shift_median(&first, &second),
        shift_ci: shift_interval(&first, &second, options.level, exact.is_some()),
    })
}

/// Doubled midranks of both samples and what follows from them.
struct Ranks {
    doubled: Vec<u64>,
    sizes: (usize, usize),
    /// Sum of the doubled ranks of the second sample.
    second_sum: u64,
    u: f64,
    mean: f64,
    variance: f64,
    tied: usize,
}

impl Ranks {
    /// Both samples ascend.
    fn of(first: &[f64], second: &[f64]) -> Self {
        let (n1, n2) = (first.len(), second.len());
        let mut values: Vec<(f64, bool)> = Vec::with_capacity(n1 + n2);
        // Adding zero makes -0 and 0 one value.
        values.extend(first.iter().map(|x| (x + 0.0, false)));
        values.extend(second.iter().map(|x| (x + 0.0, true)));
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut doubled = Vec::with_capacity(values.len());
        let (mut second_sum, mut tied, mut cubes) = (0, 0, 0.0);
        for group in values.chunk_by(|a, b| a.0 == b.0) {
            let size = group.len();
            let rank = (2 * doubled.len() + size + 1) as u64;
            doubled.extend(std::iter::repeat_n(rank, size));
            second_sum += rank * group.iter().filter(|(_, is_second)| *is_second).count() as u64;
            tied += usize::from(size > 1);
            let t = size as f64;
            cubes += t * t * t - t;
        }
        let (m, k) = (n1 as f64, n2 as f64);
        let n = m + k;
        let correction = cubes / (n * (n - 1.0));
        Self {
            doubled,
            sizes: (n1, n2),
            second_sum,
            u: second_sum as f64 / 2.0 - k * (k + 1.0) / 2.0,
            mean: m * k / 2.0,
            variance: if tied == 1 && cubes == n * n * n - n {
                0.0
            } else {
                m * k / 12.0 * (n + 1.0 - correction)
            },
            tied,
        }
    }

    /// Counted over the smaller sample.
    fn exact(&self) -> ExactP {
        let (n1, n2) = self.sizes;
        if n2 <= n1 {
            return SplitSums::new(&self.doubled, n2).p_values(self.second_sum);
        }
        let first_sum = self.doubled.iter().sum::<u64>() - self.second_sum;
        let p = SplitSums::new(&self.doubled, n1).p_values(first_sum);
        ExactP {
            p_greater: p.p_less,
            p_less: p.p_greater,
            ..p
        }
    }

    fn normal(&self) -> ExactP {
        let sd = self.variance.sqrt();
        let p_two = two_sided(self.z(0.5));
        ExactP {
            p_two,
            p_symmetric: p_two,
            p_greater: never_zero(normal::sf((self.u - self.mean - 0.5) / sd)),
            p_less: never_zero(normal::cdf((self.u - self.mean + 0.5) / sd)),
        }
    }

    /// Standardised distance from the mean, shortened by `correction`.
    fn z(&self, correction: f64) -> f64 {
        let distance = self.u - self.mean;
        (distance.abs() - correction).max(0.0).copysign(distance) / self.variance.sqrt()
    }
}

fn shift_interval(first: &[f64], second: &[f64], level: ConfidenceLevel, exact: bool) -> Interval {
    let pairs = first.len() as u64 * second.len() as u64;
    let outside = if exact {
        exact_cut(first.len(), second.len(), level)
    } else {
        let (m, k) = (first.len() as f64, second.len() as f64);
        let sd = (m * k / 12.0 * (m + k + 1.0)).sqrt();
        let below = m * k / 2.0 + normal::quantile(level.tail()) * sd - 0.5;
        below.floor().max(0.0) as u64 + 1
    };
    Interval {
        low: location::shift(first, second, outside),
        high: location::shift(first, second, pairs + 1 - outside),
    }
}

/// Position of the lower end among the sorted differences.
fn exact_cut(n1: usize, n2: usize, level: ConfidenceLevel) -> u64 {
    let scores: Vec<u64> = (1..=(n1 + n2) as u64).collect();
    let chances = SplitSums::new(&scores, n1.min(n2)).chances();
    let size = n1.min(n2) as u64;
    // Chances start at the smallest sum of ranks lowered by one each.
    let start = (size * (size - 1) / 2) as usize;
    let mut beyond = 0.0;
    let mut position = 0;
    for chance in &chances[start..] {
        beyond += chance;
        if beyond > level.tail() {
            break;
        }
        position += 1;
    }
    position.max(1)
}
