use serde::{Deserialize, Serialize};

use super::table::complete;
use crate::StatsError;
use crate::basis::{Basis, Method, Warning};
use crate::distributions::raw::chi_squared;
use crate::p_value::never_zero;

/// Result of [`friedman`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Friedman {
    /// Rows given and used (complete ones).
    pub basis: Basis,
    /// Mean rank of every occasion, 1 for the lowest.
    pub mean_ranks: Vec<f64>,
    /// Chi-squared statistic, corrected for ties.
    pub chi_squared: f64,
    /// Its degrees of freedom.
    pub df: usize,
    /// p-value of equal occasions.
    pub p: f64,
    /// Kendall's coefficient of concordance, 0 (none) to 1 (all persons rank alike).
    pub kendall_w: f64,
}

/// Compares occasions by ranks within persons.
///
/// # Formula
///
/// ```text
/// R_j = sum of ranks, A = sum of squared ranks, C = n k (k+1)^2 / 4
/// Q = (k-1) sum (R_j - n (k+1) / 2)^2 / (A - C) on k-1 degrees of freedom, W = Q / (n (k-1))
/// ```
///
/// # Errors
///
/// As [`repeated_measures`](super::repeated_measures); [`StatsError::NoVariation`] when every
/// person has the same value on all occasions.
///
/// # Examples
///
/// ```
/// use bangkom_stats::repeated::friedman;
///
/// let rows = [[3.0, 5.0, 6.0], [4.0, 5.0, 7.0], [2.0, 4.0, 5.0], [5.0, 6.0, 7.0]];
/// let result = friedman(&rows)?;
/// assert_eq!((result.chi_squared, result.kendall_w), (8.0, 1.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Friedman (1937); Conover (1999), the form with ties; Kendall and Babington Smith (1939).
pub fn friedman<R: AsRef<[f64]>>(rows: &[R]) -> Result<Friedman, StatsError> {
    let table = complete(rows)?;
    let (n, k) = (table.n_rows(), table.n_columns());
    let ranks: Vec<Vec<u64>> = table.rows().map(doubled_ranks).collect();
    let sums: Vec<u64> = (0..k)
        .map(|j| ranks.iter().map(|row| row[j]).sum())
        .collect();
    // Ranks are doubled, so squares are exact integers and four times too large throughout.
    let squares: u64 = ranks.iter().flatten().map(|rank| rank * rank).sum();
    let level = (n * k * (k + 1) * (k + 1)) as u64;
    if squares == level {
        return Err(StatsError::NoVariation {
            what: "values within persons",
        });
    }
    let centre = (n * (k + 1)) as f64;
    let between: f64 = sums.iter().map(|sum| (*sum as f64 - centre).powi(2)).sum();
    let k1 = (k - 1) as f64;
    let chi_squared = k1 * between / (squares - level) as f64;
    let small = Warning::SmallSample { n, advised: 13 };
    Ok(Friedman {
        basis: Basis::new(Method::new("friedman"), table.n_input, n).warn_if(n < 13, small),
        mean_ranks: sums
            .iter()
            .map(|sum| *sum as f64 / (2 * n) as f64)
            .collect(),
        chi_squared,
        df: k - 1,
        p: never_zero(chi_squared::sf(chi_squared, k1)),
        kendall_w: chi_squared / (n as f64 * k1),
    })
}

/// Twice the midranks.
fn doubled_ranks(row: &[f64]) -> Vec<u64> {
    let rank = |x: &f64| {
        let below = row.iter().filter(|y| *y < x).count();
        let equal = row.iter().filter(|y| *y == x).count();
        (2 * below + equal + 1) as u64
    };
    row.iter().map(rank).collect()
}
