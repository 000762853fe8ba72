use serde::{Deserialize, Serialize};

use super::feldt::{self, error_of_measurement};
use crate::grid::Grid;
use crate::sample::{at_least, refuse_other_than_01};
use crate::{Basis, ConfidenceLevel, Interval, Method, Moments, StatsError};

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
    /// Feldt's interval of formula 20.
    pub interval: Interval,
    /// Formula 21: what 20 would be if all items were equally hard; never greater than 20.
    pub kr21: f64,
    /// Standard error of measurement of the total score by formula 20, in items.
    pub sem: f64,
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
/// sem = sd of the total (divisor n - 1) sqrt(1 - KR-20)
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
/// use bangkom_stats::{ConfidenceLevel, reliability::kuder_richardson};
///
/// let scores = [[1.0, 1.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]];
/// let result = kuder_richardson(&scores, ConfidenceLevel::default())?;
/// assert!((result.kr20 - 0.6).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Kuder and Richardson (1937); Feldt (1965) for the interval.
#[doc(alias = "KR-20")]
pub fn kuder_richardson<R: AsRef<[f64]>>(
    scores: &[R],
    level: ConfidenceLevel,
) -> Result<KuderRichardson, StatsError> {
    let grid = Grid::complete("scores", scores)?;
    for (index, row) in scores.iter().enumerate() {
        refuse_other_than_01("scores", row.as_ref()).map_err(|error| error.at_row(index))?;
    }
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
    let kr20 = from(spread);
    let basis = Basis::new(Method::new("kuder_richardson"), grid.n_input, grid.n_rows());
    Ok(KuderRichardson {
        basis: basis.level(level),
        n_items: grid.n_columns(),
        kr20,
        interval: feldt::interval(kr20, grid.n_rows(), grid.n_columns(), level),
        kr21: from(mean * (k - mean) / k),
        sem: error_of_measurement(moments.sd().unwrap_or(0.0), kr20),
    })
}
