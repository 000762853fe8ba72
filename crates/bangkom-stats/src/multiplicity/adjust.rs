use serde::{Deserialize, Serialize};

use super::hommel::hommel;
use crate::StatsError;

/// How the p-values of a family are adjusted.
///
/// The first four keep the chance of any false finding, the last two the expected share of false
/// findings among the findings.
///
/// # Examples
///
/// ```
/// use bangkom_stats::multiplicity::Adjustment;
///
/// assert_eq!(Adjustment::default(), Adjustment::Holm);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Adjustment {
    /// Each p times the size of the family (Bonferroni 1936).
    Bonferroni,
    /// Step down, valid under any dependence (Holm 1979).
    #[default]
    Holm,
    /// Step up, for independent or positively dependent tests (Hochberg 1988).
    Hochberg,
    /// Closed testing with the Simes test, never weaker than Hochberg (Hommel 1988).
    Hommel,
    /// False discovery rate, independent or positively dependent tests (Benjamini & Hochberg 1995).
    BenjaminiHochberg,
    /// False discovery rate under any dependence (Benjamini & Yekutieli 2001).
    BenjaminiYekutieli,
}

/// Adjusts the p-values of one family, in input order.
///
/// A NaN is a test that was not made: it stays NaN and does not count in the family.
///
/// # Formula
///
/// With `p(1) <= … <= p(m)`:
///
/// ```text
/// Bonferroni  m p(i)
/// Holm        max over j <= i of (m - j + 1) p(j)
/// Hochberg    min over j >= i of (m - j + 1) p(j)
/// Hommel      smallest level at which every Simes test of a set with i rejects
/// BH          min over j >= i of m p(j) / j
/// BY          min over j >= i of m (1 + 1/2 + … + 1/m) p(j) / j
/// ```
///
/// each limited to 1.
///
/// # Errors
///
/// [`StatsError::TooFew`] of an empty family, [`StatsError::OutOfRange`] outside `0..1`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::multiplicity::{Adjustment, adjust_p_values};
///
/// let adjusted = adjust_p_values(&[0.01, 0.04, 0.03, 0.005], Adjustment::Holm)?;
/// assert_eq!(adjusted, [0.03, 0.06, 0.06, 0.02]);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Holm (1979), Hochberg (1988), Hommel (1988), Benjamini and Hochberg (1995), Benjamini and
/// Yekutieli (2001); the step forms as Wright (1992) gives them.
#[doc(alias = "p.adjust")]
#[doc(alias = "FDR")]
pub fn adjust_p_values(p_values: &[f64], method: Adjustment) -> Result<Vec<f64>, StatsError> {
    let order = ascending(p_values)?;
    let sorted: Vec<f64> = order.iter().map(|&index| p_values[index]).collect();
    let adjusted = adjust_sorted(&sorted, method);
    let mut result = vec![f64::NAN; p_values.len()];
    for (&index, value) in order.iter().zip(adjusted) {
        result[index] = value.min(1.0);
    }
    Ok(result)
}

/// Indexes of the p-values that are present, smallest first.
fn ascending(p_values: &[f64]) -> Result<Vec<usize>, StatsError> {
    let outside = |p: &f64| !p.is_nan() && !(0.0..=1.0).contains(p);
    if let Some(index) = p_values.iter().position(outside) {
        return Err(StatsError::OutOfRange {
            argument: "p_values",
            index: Some(index),
            value: p_values[index],
            low: 0.0,
            high: 1.0,
        });
    }
    let mut order: Vec<usize> = (0..p_values.len())
        .filter(|&i| !p_values[i].is_nan())
        .collect();
    if order.is_empty() {
        return Err(StatsError::TooFew { needed: 1, got: 0 });
    }
    order.sort_by(|&a, &b| p_values[a].total_cmp(&p_values[b]));
    Ok(order)
}

fn adjust_sorted(sorted: &[f64], method: Adjustment) -> Vec<f64> {
    let m = sorted.len() as f64;
    let left = |i: usize| (sorted.len() - i) as f64;
    let rank = |i: usize| (i + 1) as f64;
    match method {
        Adjustment::Bonferroni => sorted.iter().map(|p| p * m).collect(),
        Adjustment::Holm => step_down(sorted, left),
        Adjustment::Hochberg => step_up(sorted, left),
        Adjustment::Hommel => hommel(sorted),
        Adjustment::BenjaminiHochberg => step_up(sorted, |i| m / rank(i)),
        Adjustment::BenjaminiYekutieli => {
            let harmonic: f64 = (1..=sorted.len()).map(|i| 1.0 / i as f64).sum();
            step_up(sorted, |i| harmonic * m / rank(i))
        }
    }
}

/// Running maximum of `factor(i) p(i)` from the smallest p.
fn step_down(sorted: &[f64], factor: impl Fn(usize) -> f64) -> Vec<f64> {
    let running = |most: &mut f64, (i, p): (usize, &f64)| {
        *most = most.max(p * factor(i));
        Some(*most)
    };
    sorted.iter().enumerate().scan(0.0, running).collect()
}

/// Running minimum of `factor(i) p(i)` from the largest p.
fn step_up(sorted: &[f64], factor: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut result = vec![0.0; sorted.len()];
    let mut least = f64::INFINITY;
    for i in (0..sorted.len()).rev() {
        least = least.min(sorted[i] * factor(i));
        result[i] = least;
    }
    result
}
