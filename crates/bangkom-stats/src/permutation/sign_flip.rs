use serde::{Deserialize, Serialize};

use super::SignFlipOptions;
use super::grid::Grid;
use super::tally::Tally;
use crate::bootstrap::{End, Observer, Silent};
use crate::paired::Pairs;
use crate::ranks::{ExactP, SignSums};
use crate::{Basis, Method, StatsError, Warning, sample};

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
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::permutation::{SignFlipOptions, sign_flip};
    ///
    /// let test = sign_flip(&[1.0, 2.0], &[2.0, 4.0], &SignFlipOptions::default())?;
    /// assert_eq!(test.p(), test.p_two);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
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
    sign_flip_observed(pre, post, options, &mut Silent).map(|(result, _)| result)
}

/// [`sign_flip`] with an observer that hears of the progress of a Monte Carlo and may end it.
///
/// What was drawn by then is the result, as if only so many replicates had been asked for.
///
/// # Errors
///
/// As [`sign_flip`]; [`StatsError::TooFew`] when the observer ends it before the first replicate.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bootstrap::{End, Silent};
/// use bangkom_stats::permutation::{SignFlipOptions, sign_flip_observed};
///
/// let options = SignFlipOptions::default();
/// let (test, end) = sign_flip_observed(&[1.0, 2.0], &[2.0, 4.0], &options, &mut Silent)?;
/// assert_eq!((test.p_two, end), (0.5, End::Complete));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn sign_flip_observed(
    pre: &[f64],
    post: &[f64],
    options: &SignFlipOptions,
    observer: &mut dyn Observer,
) -> Result<(SignFlip, End), StatsError> {
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
    let patterns = Patterns::of(&pairs, &differences, options, observer);
    sample::at_least(1, patterns.replicates.unwrap_or(1) as usize)?;
    Ok((result(&pairs, &patterns, options), patterns.end))
}

fn result(pairs: &Pairs, patterns: &Patterns, options: &SignFlipOptions) -> SignFlip {
    let picked = patterns.p.pick(options.alternative);
    let drawn = patterns.replicates;
    let replicates = drawn.unwrap_or_default() as usize;
    let basis = Basis::new(Method::new("sign_flip"), pairs.n_input, pairs.n())
        .alternative(options.alternative)
        .warn_if(drawn.is_some(), Warning::MonteCarlo { replicates });
    let se = drawn.map(|drawn| (picked * (1.0 - picked) / f64::from(drawn)).sqrt());
    SignFlip {
        basis,
        sum_diff: patterns.sum_diff,
        counting: patterns.counting,
        p_two: patterns.p.p_two,
        p_greater: patterns.p.p_greater,
        p_less: patterns.p.p_less,
        monte_carlo_se: se.unwrap_or(0.0),
    }
}

/// What going through the sign patterns gave.
struct Patterns {
    counting: Counting,
    sum_diff: f64,
    p: ExactP,
    /// Replicates drawn, if any were.
    replicates: Option<u32>,
    end: End,
}

impl Patterns {
    fn of(
        pairs: &Pairs,
        differences: &[f64],
        options: &SignFlipOptions,
        observer: &mut dyn Observer,
    ) -> Self {
        if let Some(exact) = Self::on_grid(pairs, differences.len()) {
            return exact;
        }
        let mut tally = Tally::new(differences);
        let sum_diff = tally.observed();
        if differences.len() <= MOST_LISTED {
            return Self::exact(Counting::Listed, sum_diff, tally.listed(differences));
        }
        let (drawn, end) = tally.draw(differences, options, observer);
        let p = tally.shares(1, u64::from(drawn));
        let counting = Counting::MonteCarlo;
        Self {
            counting,
            sum_diff,
            p,
            replicates: Some(drawn),
            end,
        }
    }

    /// Counts sums of decimals on a common step, if there are not too many.
    fn on_grid(pairs: &Pairs, count: usize) -> Option<Self> {
        // Every difference is at least a step, so so many additions are sure.
        if (count as u64).saturating_mul(count as u64) > MOST_ADDITIONS {
            return None;
        }
        let grid = Grid::of(&pairs.pre, &pairs.post)?;
        let (rises, sum_diff) = (grid.rises, grid.sum());
        let sums = SignSums::new(grid.magnitudes);
        let few = sums.cost() <= MOST_ADDITIONS && sums.size() <= MOST_SUMS;
        few.then(|| Self::exact(Counting::Grid, sum_diff, sums.p_values(rises)))
    }

    fn exact(counting: Counting, sum_diff: f64, p: ExactP) -> Self {
        Self {
            counting,
            sum_diff,
            p,
            replicates: None,
            end: End::Complete,
        }
    }
}
