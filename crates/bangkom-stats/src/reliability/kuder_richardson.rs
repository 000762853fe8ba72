use serde::{Deserialize, Serialize};

use crate::grid::Grid;
use crate::sample::at_least;
use crate::{Basis, Method, Moments, StatsError};

/// Kuder and Richardson's formulas 20 and 21.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KuderRichardson {
    /// What the result rests on; counts are persons.
    pub basis: Basis,
    /// Number of items.
    pub n_items: usize,
    /// Formula 20: Cronbach's alpha of items scored 0 and 1.
    pub kr20: f64,
    /// Formula 21: what 20 would be if all items were equally hard; never greater than 20.
    pub kr21: f64,
}

/// KR-20 and KR-21 of a test whose items are scored 0 and 1: rows are persons.
///
/// # Formula
///
/// With shares right `p_j`, mean `M` and variance `V` (divisor n) of the total:
///
/// ```text
/// KR-20 = k / (k - 1) (1 - sum p_j (1 - p_j) / V)
/// KR-21 = k / (k - 1) (1 - M (k - M) / (k V))
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete persons or two items, [`StatsError::OutOfRange`] with
/// the row's index of a score that is neither 0 nor 1, [`StatsError::NoVariation`] when all totals
/// are equal; and for ragged or infinite rows.
///
/// # Examples
///
/// ```
/// use bangkom_stats::reliability::kuder_richardson;
///
/// let scores = [[1.0, 1.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]];
/// let result = kuder_richardson(&scores)?;
/// assert!((result.kr20 - 0.6).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Kuder and Richardson (1937).
#[doc(alias = "KR-20")]
pub fn kuder_richardson<R: AsRef<[f64]>>(scores: &[R]) -> Result<KuderRichardson, StatsError> {
    let grid = Grid::complete("scores", scores)?;
    refuse_other_than_01(scores)?;
    at_least(2, grid.n_rows())?;
    at_least(2, grid.n_columns())?;
    let (n, k) = (grid.n_rows() as f64, grid.n_columns() as f64);
    let totals: Vec<f64> = grid.rows().map(|row| row.iter().sum()).collect();
    let moments = Moments::of(&totals);
    let mean = moments.mean().unwrap_or(0.0);
    let variance = moments.variance().unwrap_or(0.0) * (n - 1.0) / n;
    if variance == 0.0 {
        return Err(StatsError::NoVariation {
            what: "the total scores",
        });
    }
    let share = |j: usize| grid.rows().map(|row| row[j]).sum::<f64>() / n;
    let spread: f64 = (0..grid.n_columns())
        .map(share)
        .map(|p| p * (1.0 - p))
        .sum();
    let from = |unexplained: f64| k / (k - 1.0) * (1.0 - unexplained / variance);
    Ok(KuderRichardson {
        basis: Basis::new(Method::new("kuder_richardson"), grid.n_input, grid.n_rows()),
        n_items: grid.n_columns(),
        kr20: from(spread),
        kr21: from(mean * (k - mean) / k),
    })
}

fn refuse_other_than_01<R: AsRef<[f64]>>(scores: &[R]) -> Result<(), StatsError> {
    for (index, row) in scores.iter().enumerate() {
        let other = |score: &&f64| !score.is_nan() && **score != 0.0 && **score != 1.0;
        if let Some(score) = row.as_ref().iter().find(other) {
            return Err(StatsError::OutOfRange {
                argument: "scores",
                index: Some(index),
                value: *score,
                low: 0.0,
                high: 1.0,
            });
        }
    }
    Ok(())
}
