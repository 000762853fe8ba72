use serde::{Deserialize, Serialize};

use super::grid::Grid;
use crate::bootstrap::Stream;
use crate::paired::Pairs;
use crate::ranks::{ExactP, SignSums};
use crate::{Alternative, Basis, Method, StatsError, Warning};

/// Options of the sign-flip test.
///
/// # Examples
///
/// ```
/// use bangkom_stats::permutation::SignFlipOptions;
///
/// let options = SignFlipOptions::default().seed(7).replicates(99_999);
/// assert_eq!(options.seed, 7);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SignFlipOptions {
    /// Direction of the test.
    pub alternative: Alternative,
    /// Replicates where sums can neither be counted nor listed, at least 1.
    pub replicates: u32,
    /// Seed of the replicates; the same seed gives the same result.
    pub seed: u64,
}

impl Default for SignFlipOptions {
    fn default() -> Self {
        Self {
            alternative: Alternative::default(),
            replicates: 9_999,
            seed: 0,
        }
    }
}

impl SignFlipOptions {
    /// Sets the direction.
    #[must_use]
    pub fn alternative(mut self, alternative: Alternative) -> Self {
        self.alternative = alternative;
        self
    }

    /// Sets the number of replicates.
    #[must_use]
    pub fn replicates(mut self, replicates: u32) -> Self {
        self.replicates = replicates;
        self
    }

    /// Sets the seed.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }
}

/// How the sign patterns were gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Differences are multiples of a decimal step: sums were counted, all patterns at once.
    Grid,
    /// All patterns were listed.
    Listed,
    /// Patterns were drawn at random.
    MonteCarlo,
}

/// Result of the sign-flip test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignFlip {
    /// Counts, direction, warnings.
    pub basis: Basis,
    /// Sum of post minus pre, in score units.
    pub sum_diff: f64,
    /// How the patterns were gone through.
    pub counting: Counting,
    /// Share of sign patterns with a sum at least as far from zero.
    pub p_two: f64,
    /// Share with a sum at least as great.
    pub p_greater: f64,
    /// Share with a sum at most as great.
    pub p_less: f64,
    /// Standard error of the p-value asked for; zero when exact.
    pub monte_carlo_se: f64,
}

impl SignFlip {
    /// The p-value of the alternative that was asked for.
    pub fn p(&self) -> f64 {
        self.basis
            .alternative
            .pick(self.p_two, self.p_greater, self.p_less)
    }
}

/// Additions up to which sums on a grid are counted.
const MOST_ADDITIONS: u64 = 200_000_000;
/// Distinct sums up to which sums on a grid are counted.
const MOST_SUMS: u64 = 4_000_000;
/// Differences up to which all patterns are listed.
const MOST_LISTED: usize = 20;

/// Permutation test of paired scores: each difference could as well have the other sign.
///
/// Exact when the scores are decimals on a common step, or for up to 20 differences; else Monte
/// Carlo, where replicate `r` depends on the seed and `r` alone.
///
/// # Formula
///
/// ```text
/// p = share of the 2^n sign patterns of d with |sum| >= |observed sum|
/// Monte Carlo: p = (b + 1) / (B + 1)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete pair, [`StatsError::NoVariation`] when no pair has a difference,
/// [`StatsError::OutOfRange`] for no replicates.
///
/// # Examples
///
/// ```
/// use bangkom_stats::permutation::{SignFlipOptions, sign_flip};
///
/// let test = sign_flip(&[1.0, 2.0], &[2.0, 4.0], &SignFlipOptions::default())?;
/// assert_eq!((test.sum_diff, test.p_two, test.p_greater), (3.0, 0.5, 0.25));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Fisher (1935); Phipson and Smyth (2010), "Permutation p-values should never be zero".
pub fn sign_flip(
    pre: &[f64],
    post: &[f64],
    options: &SignFlipOptions,
) -> Result<SignFlip, StatsError> {
    if options.replicates == 0 {
        return Err(StatsError::parameter(
            "replicates",
            0.0,
            1.0,
            f64::from(u32::MAX),
        ));
    }
    let pairs = Pairs::new(pre, post, 1)?;
    let mut differences = pairs.differences.clone();
    differences.retain(|d| *d != 0.0);
    if differences.is_empty() {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let Patterns {
        counting,
        sum_diff,
        p,
    } = patterns(&pairs, &differences, options);
    let picked = p.pick(options.alternative);
    let random = counting == Counting::MonteCarlo;
    let replicates = options.replicates as usize;
    let basis = Basis::new(Method::new("sign_flip"), pairs.n_input, pairs.n())
        .alternative(options.alternative)
        .warn_if(random, Warning::MonteCarlo { replicates });
    let variance = picked * (1.0 - picked) / replicates as f64;
    Ok(SignFlip {
        basis,
        sum_diff,
        counting,
        p_two: p.p_two,
        p_greater: p.p_greater,
        p_less: p.p_less,
        monte_carlo_se: if random { variance.sqrt() } else { 0.0 },
    })
}

/// What going through the sign patterns gave.
struct Patterns {
    counting: Counting,
    sum_diff: f64,
    p: ExactP,
}

fn patterns(pairs: &Pairs, differences: &[f64], options: &SignFlipOptions) -> Patterns {
    if let Some(grid) = Grid::of(&pairs.pre, &pairs.post) {
        let (rises, sum_diff) = (grid.rises, grid.sum());
        let sums = SignSums::new(grid.magnitudes);
        if sums.cost() <= MOST_ADDITIONS && sums.size() <= MOST_SUMS {
            return Patterns {
                counting: Counting::Grid,
                sum_diff,
                p: sums.p_values(rises),
            };
        }
    }
    let tally = Tally::new(differences);
    let sum_diff = tally.observed;
    if differences.len() <= MOST_LISTED {
        Patterns {
            counting: Counting::Listed,
            sum_diff,
            p: tally.listed(differences),
        }
    } else {
        let p = tally.drawn(differences, options);
        Patterns {
            counting: Counting::MonteCarlo,
            sum_diff,
            p,
        }
    }
}

/// Counts of patterns whose sum is as extreme as the observed one, rounding forgiven.
struct Tally {
    observed: f64,
    slack: f64,
    far: u64,
    greater: u64,
    less: u64,
}

impl Tally {
    fn new(differences: &[f64]) -> Self {
        let magnitude: f64 = differences.iter().map(|d| d.abs()).sum();
        Self {
            observed: differences.iter().sum(),
            slack: magnitude * f64::EPSILON * differences.len() as f64,
            far: 0,
            greater: 0,
            less: 0,
        }
    }

    fn add(&mut self, sum: f64) {
        self.far += u64::from(sum.abs() >= self.observed.abs() - self.slack);
        self.greater += u64::from(sum >= self.observed - self.slack);
        self.less += u64::from(sum <= self.observed + self.slack);
    }

    fn shares(&self, extra: u64, of: u64) -> ExactP {
        let share = |count: u64| (count + extra) as f64 / (of + extra) as f64;
        ExactP {
            p_two: share(self.far),
            p_symmetric: share(self.far),
            p_greater: share(self.greater),
            p_less: share(self.less),
        }
    }

    fn listed(mut self, differences: &[f64]) -> ExactP {
        let patterns = 1_u64 << differences.len();
        for pattern in 0..patterns {
            self.add(signed_sum(differences, pattern));
        }
        self.shares(0, patterns)
    }

    fn drawn(mut self, differences: &[f64], options: &SignFlipOptions) -> ExactP {
        for replicate in 0..options.replicates {
            let mut stream = Stream::new(options.seed, u64::from(replicate));
            let words = differences
                .chunks(64)
                .map(|chunk| signed_sum(chunk, stream.next_u64()));
            self.add(words.sum());
        }
        self.shares(1, u64::from(options.replicates))
    }
}

/// Sum with the sign flipped where the pattern has a one.
fn signed_sum(differences: &[f64], pattern: u64) -> f64 {
    let mut sum = 0.0;
    for (i, d) in differences.iter().enumerate() {
        let flip = (pattern >> i & 1) << 63;
        sum += f64::from_bits(d.to_bits() ^ flip);
    }
    sum
}
