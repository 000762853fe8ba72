use bangkom_stats::agreement::kendall_tau;
use bangkom_stats::{Alternative, StatsError};
use serde::{Deserialize, Serialize};

use super::{ItemRatings, borich, pni_modified, ranked_discrepancy};

/// An index by which items are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum IndexKind {
    /// Borich's mean weighted discrepancy.
    Borich,
    /// The ranked discrepancy, negated so that greater is more need.
    RankedDiscrepancy,
    /// The modified priority needs index.
    ModifiedPni,
    /// Mean importance less mean ability.
    Gap,
}

impl IndexKind {
    /// Every index, in the order of the results.
    pub const ALL: [Self; 4] = [
        Self::Borich,
        Self::RankedDiscrepancy,
        Self::ModifiedPni,
        Self::Gap,
    ];
}

/// What one index says of all items.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexRanks {
    /// The index.
    pub kind: IndexKind,
    /// The value of each item, greater is more need.
    pub values: Vec<f64>,
    /// The rank of each item, 1 is the greatest need; equal values share the mean of their ranks.
    pub ranks: Vec<f64>,
}

/// Items ranked by every index, and how far the rankings agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SideBySide {
    /// One entry for each of [`IndexKind::ALL`].
    pub indices: Vec<IndexRanks>,
    /// Kendall's tau-b of each pair of indices, rows and columns in the order of `indices`;
    /// `None` where an index says the same of all items.
    pub tau_b: Vec<Vec<Option<f64>>>,
}

/// Ranks items by every index of the same ratings, and compares the rankings.
///
/// Values are compared on a grid of 1e-9, so that equal items stay equal.
///
/// # Errors
/// [`StatsError::TooFew`] without an item or where an item has no complete pair;
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::Undefined`] where
/// the mean ability of an item is not positive.
///
/// # Examples
/// ```
/// use bangkom_needs::indices::{IndexKind, ItemRatings, side_by_side};
///
/// let items = [
///     ItemRatings { importance: &[5.0, 4.0, 5.0], ability: &[3.0, 2.0, 4.0] },
///     ItemRatings { importance: &[4.0, 4.0, 5.0], ability: &[4.0, 3.0, 2.0] },
///     ItemRatings { importance: &[5.0, 5.0, 4.0], ability: &[2.0, 1.0, 1.0] },
/// ];
/// let result = side_by_side(&items)?;
/// assert_eq!(result.indices[0].kind, IndexKind::Borich);
/// assert_eq!(result.indices[0].ranks, [2.0, 3.0, 1.0]);
/// assert_eq!(result.tau_b[0][2], Some(1.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Kendall 1945, tau with ties.
pub fn side_by_side(items: &[ItemRatings<'_>]) -> Result<SideBySide, StatsError> {
    if items.is_empty() {
        return Err(StatsError::TooFew { needed: 1, got: 0 });
    }
    let indices = IndexKind::ALL
        .into_iter()
        .map(|kind| {
            let values: Vec<f64> = items
                .iter()
                .map(|item| value(kind, item))
                .collect::<Result<_, _>>()?;
            let ranks = ranks_falling(&values);
            Ok(IndexRanks {
                kind,
                values,
                ranks,
            })
        })
        .collect::<Result<Vec<_>, StatsError>>()?;
    let row = |a: &IndexRanks| indices.iter().map(|b| tau_b(&a.ranks, &b.ranks)).collect();
    Ok(SideBySide {
        tau_b: indices.iter().map(row).collect(),
        indices,
    })
}

fn value(kind: IndexKind, item: &ItemRatings<'_>) -> Result<f64, StatsError> {
    let (importance, ability) = (item.importance, item.ability);
    Ok(match kind {
        IndexKind::Borich => borich(importance, ability)?.score,
        IndexKind::RankedDiscrepancy => -ranked_discrepancy(importance, ability)?.score + 0.0,
        IndexKind::ModifiedPni => pni_modified(importance, ability)?.score,
        IndexKind::Gap => {
            let means = borich(importance, ability)?;
            means.mean_importance - means.mean_ability
        }
    })
}

fn tau_b(a: &[f64], b: &[f64]) -> Option<f64> {
    let tau = kendall_tau(a, b, Alternative::TwoSided);
    tau.ok().map(|tau| tau.tau_b)
}

/// Ranks with 1 for the greatest value on the grid; equal values share their mean rank.
fn ranks_falling(values: &[f64]) -> Vec<f64> {
    let grid: Vec<f64> = values
        .iter()
        .map(|value| (value * 1e9).round_ties_even() + 0.0)
        .collect();
    let rank = |own: &f64| {
        let greater = grid.iter().filter(|other| *other > own).count();
        let equal = grid.iter().filter(|other| *other == own).count();
        greater as f64 + f64::midpoint(equal as f64, 1.0)
    };
    grid.iter().map(rank).collect()
}
