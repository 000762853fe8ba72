use serde::{Deserialize, Serialize};

use super::differences::{Difference, check_resolution, doubled_ranks};
use super::null::MOST_RANKS;
use super::signed_rank_location::Location;
use super::{ExactP, SignSums, SignedRankOptions, ZeroMethod};
use crate::distributions::raw::normal;
use crate::p_value::never_zero;
use crate::paired::Pairs;
use crate::{Basis, Interval, Method, StatsError, Warning};

/// Result of the signed-rank test; locations are in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedRank {
    /// Counts (`n_used` without zeros), direction, level, warnings.
    pub basis: Basis,
    /// Pairs without a difference.
    pub n_zero: usize,
    /// Sum of the ranks of rises.
    pub w_plus: f64,
    /// Sum of the ranks of falls.
    pub w_minus: f64,
    /// `(w_plus - w_minus) / (w_plus + w_minus)`, -1..1.
    pub rank_biserial: f64,
    /// Mean of `w_plus` under the null hypothesis.
    pub mean_w: f64,
    /// Variance of `w_plus` under the null hypothesis, with the ties observed.
    pub var_w: f64,
    /// Standardised `w_plus`.
    pub z: f64,
    /// Standardised `w_plus`, moved half a rank towards its mean.
    pub z_corrected: f64,
    /// Normal two-sided p-value.
    pub p_normal: f64,
    /// Normal two-sided p-value with continuity correction.
    pub p_normal_corrected: f64,
    /// Exact p-values; absent above the number of differences in the options.
    pub exact: Option<ExactP>,
    /// The p-value of the direction asked for: exact, else normal with continuity correction.
    pub p: f64,
    /// Median of the means of two differences (Hodges and Lehmann).
    pub hodges_lehmann: f64,
    /// Interval of that location, exact without ties, two-sided.
    pub hodges_lehmann_ci: Interval,
    /// Level that the interval attains, which ranks do not let one choose freely.
    pub hodges_lehmann_level: f64,
}

/// Wilcoxon's signed-rank test of post minus pre, exact also with ties and zeros.
///
/// # Formula
///
/// ```text
/// r = midranks of |d|,  w_plus = sum of r over d > 0
/// exact: share of the 2^m sign patterns of the ranks observed
/// z = (w_plus - sum(r) / 2) / sqrt(sum(r^2) / 4)
/// location: median of (d_i + d_j) / 2, i <= j, without zeros under the Wilcoxon policy
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete pair, [`StatsError::NoVariation`] when no pair has a difference,
/// [`StatsError::OutOfRange`] for a resolution that is not positive.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ranks::{SignedRankOptions, signed_rank};
///
/// let (pre, post) = ([4.0, 5.0, 6.0, 7.0, 8.0], [5.0, 7.0, 9.0, 7.0, 12.0]);
/// let test = signed_rank(&pre, &post, &SignedRankOptions::default())?;
/// assert_eq!((test.w_plus, test.n_zero, test.p), (10.0, 1, 0.125));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Wilcoxon (1945); Pratt (1959); Hodges and Lehmann (1963); Kerby (2014), rank-biserial.
pub fn signed_rank(
    pre: &[f64],
    post: &[f64],
    options: &SignedRankOptions,
) -> Result<SignedRank, StatsError> {
    check_resolution(options.resolution)?;
    let pairs = Pairs::new(pre, post, 1)?;
    let ranks = Ranks::of(&pairs, options);
    if ranks.signed.is_empty() {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let sums = Sums::of(&ranks.signed);
    let exact = ranks.signed.len() <= options.exact_up_to.min(MOST_RANKS as usize);
    let exact = exact.then(|| {
        let scores = ranks.signed.iter().map(|(rank, _)| *rank).collect();
        SignSums::new(scores).p_values(sums.plus)
    });
    let (z, z_corrected) = (sums.z(0.0), sums.z(0.5));
    let normal = ExactP {
        p_two: two_sided(z_corrected),
        p_symmetric: two_sided(z_corrected),
        p_greater: never_zero(normal::sf(sums.z_one_sided(-0.5))),
        p_less: never_zero(normal::cdf(sums.z_one_sided(0.5))),
    };
    let location = Location::of(&pairs, options, exact.is_some());
    Ok(SignedRank {
        basis: basis(&pairs, &ranks, options, exact.is_none()),
        n_zero: ranks.n_zero,
        w_plus: sums.plus as f64 / 2.0,
        w_minus: (sums.total - sums.plus) as f64 / 2.0,
        rank_biserial: (2.0 * sums.plus as f64 - sums.total as f64) / sums.total as f64,
        mean_w: sums.mean(),
        var_w: sums.variance(),
        z,
        z_corrected,
        p_normal: two_sided(z),
        p_normal_corrected: normal.p_two,
        p: exact.unwrap_or(normal).pick(options.alternative),
        exact,
        hodges_lehmann: location.estimate,
        hodges_lehmann_ci: location.ci,
        hodges_lehmann_level: location.level,
    })
}

fn basis(pairs: &Pairs, ranks: &Ranks, options: &SignedRankOptions, normal: bool) -> Basis {
    let method = Method::new(match options.zeros {
        ZeroMethod::Wilcoxon => "signed_rank, wilcoxon",
        ZeroMethod::Pratt => "signed_rank, pratt",
    });
    let mut basis = Basis::new(method, pairs.n_input, pairs.n())
        .alternative(options.alternative)
        .level(options.level)
        .warn_if(
            ranks.n_zero > 0,
            Warning::ZerosDropped {
                count: ranks.n_zero,
            },
        )
        .warn_if(ranks.tied > 0, Warning::Ties { groups: ranks.tied })
        .warn_if(normal, Warning::NormalApproximation);
    basis.n_used = ranks.signed.len();
    basis
}

pub(super) fn two_sided(z: f64) -> f64 {
    never_zero((2.0 * normal::sf(z.abs())).min(1.0))
}

/// Non-zero differences with their doubled ranks.
struct Ranks {
    signed: Vec<(u64, Difference)>,
    n_zero: usize,
    tied: usize,
}

impl Ranks {
    fn of(pairs: &Pairs, options: &SignedRankOptions) -> Self {
        let all = pairs.pre.iter().zip(&pairs.post);
        let mut differences: Vec<_> = all
            .map(|(a, b)| Difference::new(*a, *b, options.resolution))
            .collect();
        let n = differences.len();
        if options.zeros == ZeroMethod::Wilcoxon {
            differences.retain(|difference| !difference.is_zero());
        }
        let (mut signed, mut tied) = doubled_ranks(&mut differences);
        signed.retain(|(_, difference)| !difference.is_zero());
        let n_zero = n - signed.len();
        if options.zeros == ZeroMethod::Pratt {
            tied -= usize::from(n_zero > 1);
        }
        Self {
            signed,
            n_zero,
            tied,
        }
    }
}

/// Sums of doubled ranks.
struct Sums {
    plus: u64,
    total: u64,
    squares: f64,
}

impl Sums {
    fn of(signed: &[(u64, Difference)]) -> Self {
        let plus = signed
            .iter()
            .filter(|(_, d)| d.is_positive())
            .map(|(rank, _)| rank)
            .sum();
        let total = signed.iter().map(|(rank, _)| rank).sum();
        let squares = signed
            .iter()
            .map(|(rank, _)| *rank as f64 * *rank as f64)
            .sum();
        Self {
            plus,
            total,
            squares,
        }
    }

    fn mean(&self) -> f64 {
        self.total as f64 / 4.0
    }

    fn variance(&self) -> f64 {
        self.squares / 16.0
    }

    /// Standardised distance from the mean, shortened by `correction`.
    fn z(&self, correction: f64) -> f64 {
        let distance = self.plus as f64 / 2.0 - self.mean();
        let shortened = (distance.abs() - correction).max(0.0);
        shortened.copysign(distance) / self.variance().sqrt()
    }

    fn z_one_sided(&self, correction: f64) -> f64 {
        (self.plus as f64 / 2.0 - self.mean() + correction) / self.variance().sqrt()
    }
}
