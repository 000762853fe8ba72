use serde::{Deserialize, Serialize};

use crate::reliability::{Items, pearson, variance};
use crate::sample::same_length;
use crate::{Basis, Method, StatsError};

/// Share of persons in the upper and in the lower group (Kelley 1939).
const GROUP: f64 = 0.27;

/// What the answers say about one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemStatistics {
    /// Mean score by the item's maximum, 0..1: high is easy.
    pub difficulty: f64,
    /// Correlation with the total score; absent when the item or the total is constant.
    pub item_total: Option<f64>,
    /// Correlation with the total of the other items; absent when one of the two is constant.
    pub item_rest: Option<f64>,
    /// Difficulty among the best 27 % minus difficulty among the worst 27 %, -1..1.
    pub discrimination: f64,
    /// Cronbach's alpha of the other items; absent with two items, or when their totals are equal.
    pub alpha_if_deleted: Option<f64>,
}

/// Item analysis of a test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemAnalysis {
    /// What the result rests on; counts are persons.
    pub basis: Basis,
    /// Persons in the upper, and in the lower, group.
    pub group_size: usize,
    /// One entry an item, in column order.
    pub items: Vec<ItemStatistics>,
}

/// Difficulty, discrimination and the effect on reliability of every item: rows are persons.
///
/// `maxima` holds the greatest score of each item (1 for right or wrong). A row with a missing
/// score is dropped.
///
/// # Formula
///
/// ```text
/// difficulty       = mean / maximum
/// item_total       = r(x_j, T),  item_rest = r(x_j, T - x_j)
/// discrimination   = difficulty of the upper group - that of the lower; groups of round(0.27 n)
///                    by total, equal totals in input order
/// alpha_if_deleted = alpha of the items without j
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete persons or two items,
/// [`StatsError::LengthMismatch`] of ragged rows or of `maxima`, [`StatsError::NotFinite`] with the
/// row's index, [`StatsError::OutOfRange`] of a score outside `0..maximum` with the row's index, or
/// of a maximum that is not positive.
///
/// # Examples
///
/// ```
/// use bangkom_stats::items::item_analysis;
///
/// let scores = [[1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]];
/// let result = item_analysis(&scores, &[1.0; 3])?;
/// assert_eq!(result.items[0].difficulty, 0.75);
/// assert_eq!(result.items[0].discrimination, 1.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Kelley (1939) for the groups; Ebel and Frisbie (1991).
pub fn item_analysis<R: AsRef<[f64]>>(
    scores: &[R],
    maxima: &[f64],
) -> Result<ItemAnalysis, StatsError> {
    let items = Items::new(scores, 2)?;
    check_scale(scores, maxima)?;
    let total = items.total(|_| true);
    let group_size = (GROUP * items.n() as f64).round_ties_even() as usize;
    let order = ascending(&total);
    let lowest = &order[..group_size];
    let highest = &order[items.n() - group_size..];
    let basis = Basis::new(Method::new("item_analysis"), items.n_input, items.n());
    let one = |j: usize| {
        let column = items.column(j);
        let rest: Vec<f64> = total.iter().zip(column).map(|(sum, x)| sum - x).collect();
        let sum = |group: &[usize]| group.iter().map(|i| column[*i]).sum::<f64>();
        let apart = (sum(highest) - sum(lowest)) * items.unit / group_size as f64;
        ItemStatistics {
            difficulty: items.means[j] / maxima[j],
            item_total: pearson(column, &total),
            item_rest: pearson(column, &rest),
            discrimination: apart / maxima[j],
            alpha_if_deleted: alpha_without(&items, j, &rest),
        }
    };
    Ok(ItemAnalysis {
        basis,
        group_size,
        items: (0..items.k()).map(one).collect(),
    })
}

fn check_scale<R: AsRef<[f64]>>(scores: &[R], maxima: &[f64]) -> Result<(), StatsError> {
    same_length(
        scores.first().map_or(0, |row| row.as_ref().len()),
        maxima.len(),
    )?;
    if let Some(maximum) = maxima.iter().find(|m| !(**m > 0.0 && m.is_finite())) {
        return Err(StatsError::parameter(
            "maxima",
            *maximum,
            0.0,
            f64::INFINITY,
        ));
    }
    for (index, row) in scores.iter().enumerate() {
        for (score, maximum) in row.as_ref().iter().zip(maxima) {
            if *score < 0.0 || score > maximum {
                return Err(StatsError::OutOfRange {
                    argument: "scores",
                    index: Some(index),
                    value: *score,
                    low: 0.0,
                    high: *maximum,
                });
            }
        }
    }
    Ok(())
}

/// Persons from the lowest total to the highest, equal ones in input order.
///
/// Totals are compared in steps far below any score, so that rounding separates no equal ones.
fn ascending(total: &[f64]) -> Vec<usize> {
    let step = |i: &usize| libm::scalbn(total[*i], 36).round() as i64;
    let mut order: Vec<usize> = (0..total.len()).collect();
    order.sort_by_key(step);
    order
}

fn alpha_without(items: &Items, j: usize, rest: &[f64]) -> Option<f64> {
    let left = items.k() as f64 - 1.0;
    let spread = variance(rest);
    let own = items.variance_sum() - items.covariance(j, j);
    (left > 1.0 && spread > 0.0).then(|| left / (left - 1.0) * (1.0 - own / spread))
}
