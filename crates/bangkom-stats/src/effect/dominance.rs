use serde::{Deserialize, Serialize};

use crate::{Basis, Method, StatsError, sample};

/// How often a value of the second sample exceeds one of the first, over all pairs of values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dominance {
    /// Counts and warnings.
    pub basis: Basis,
    /// Pairs in which the second value is greater.
    pub n_greater: u64,
    /// Pairs of equal values.
    pub n_equal: u64,
    /// Pairs in which the second value is less.
    pub n_less: u64,
    /// Share greater minus share less, -1..1.
    pub cliff_delta: f64,
    /// Share greater plus half the share equal, 0..1.
    pub a12: f64,
}

/// Cliff's delta and the A12 measure of stochastic superiority.
///
/// # Formula
///
/// ```text
/// cliff_delta = P(second > first) - P(second < first)
/// a12 = P(second > first) + P(second = first) / 2 = (cliff_delta + 1) / 2
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`], or [`StatsError::TooFew`] when a sample is empty.
///
/// # Examples
///
/// ```
/// use bangkom_stats::effect::dominance;
///
/// let effect = dominance(&[1.0, 2.0], &[2.0, 3.0])?;
/// assert_eq!((effect.cliff_delta, effect.a12), (0.75, 0.875));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cliff (1993); Vargha and Delaney (2000).
#[doc(alias = "vargha_delaney")]
pub fn dominance(first: &[f64], second: &[f64]) -> Result<Dominance, StatsError> {
    let n_input = first.len() + second.len();
    let first = sample::present("first", first, 1)?;
    let second = sample::present("second", second, 1)?;
    let basis = Basis::new(
        Method::new("dominance"),
        n_input,
        first.len() + second.len(),
    );
    let total = first.len() as u64 * second.len() as u64;
    let (n_greater, n_equal) = count(first, second);
    let n_less = total - n_greater - n_equal;
    let signed = n_greater as f64 - n_less as f64;
    Ok(Dominance {
        basis,
        n_greater,
        n_equal,
        n_less,
        cliff_delta: signed / total as f64,
        a12: (n_greater as f64 + 0.5 * n_equal as f64) / total as f64,
    })
}

/// Pairs with the second value greater, and pairs of equal values.
pub(crate) fn count(mut first: Vec<f64>, mut second: Vec<f64>) -> (u64, u64) {
    first.sort_unstable_by(f64::total_cmp);
    second.sort_unstable_by(f64::total_cmp);
    let (mut below, mut up_to) = (0, 0);
    let (mut greater, mut equal) = (0, 0);
    for y in &second {
        while below < first.len() && first[below] < *y {
            below += 1;
        }
        up_to = up_to.max(below);
        while up_to < first.len() && first[up_to] <= *y {
            up_to += 1;
        }
        greater += below as u64;
        equal += (up_to - below) as u64;
    }
    (greater, equal)
}
