use serde::{Deserialize, Serialize};

use crate::distributions::raw::chi_squared;
use crate::grid::Grid;
use crate::p_value::never_zero;
use crate::sample::{at_least, refuse_other_than_01};
use crate::{Basis, Method, StatsError, Warning};

/// Cochran's Q: whether the shares of ones differ between related columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CochranQ {
    /// What the result rests on; counts are rows.
    pub basis: Basis,
    /// Number of columns.
    pub n_columns: usize,
    /// Share of ones in each column, 0..1.
    pub shares: Vec<f64>,
    /// The statistic.
    pub q: f64,
    /// Degrees of freedom: columns minus one.
    pub df: usize,
    /// P-value from the chi-square distribution.
    pub p: f64,
}

/// Compares the shares of ones in two or more columns of related zeros and ones.
///
/// Rows are subjects, columns are occasions or judges. A row with a missing value is dropped.
///
/// # Formula
///
/// With column sums `C`, row sums `R` and total `N`:
///
/// ```text
/// Q = (k - 1) (k sum C^2 - N^2) / (k N - sum R^2),  chi-square with k - 1 df
/// ```
///
/// # Errors
///
/// [`StatsError::OutOfRange`] of a value that is neither 0 nor 1 (the index is the row's),
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::TooFew`] below one row or two
/// columns, [`StatsError::NoVariation`] when no row varies.
///
/// # Examples
///
/// ```
/// use bangkom_stats::counts::cochran_q;
///
/// let rows = [[0.0, 1.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 1.0], [0.0, 1.0, 0.0]];
/// let result = cochran_q(&rows)?;
/// assert_eq!((result.q, result.df), (8.0 / 3.0, 2));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cochran (1950).
pub fn cochran_q<R: AsRef<[f64]>>(rows: &[R]) -> Result<CochranQ, StatsError> {
    let grid = Grid::complete("rows", rows)?;
    for (index, row) in rows.iter().enumerate() {
        refuse_other_than_01("rows", row.as_ref()).map_err(|error| error.at_row(index))?;
    }
    at_least(1, grid.n_rows())?;
    at_least(2, grid.n_columns())?;
    let k = grid.n_columns() as f64;
    let columns: Vec<f64> = (0..grid.n_columns())
        .map(|j| grid.column(j).iter().sum())
        .collect();
    let row_sums: Vec<f64> = grid.rows().map(|row| row.iter().sum()).collect();
    let total: f64 = columns.iter().sum();
    let within = k * total - row_sums.iter().map(|sum| sum * sum).sum::<f64>();
    if within == 0.0 {
        return Err(StatsError::NoVariation {
            what: "the values within every row",
        });
    }
    let between = k * columns.iter().map(|sum| sum * sum).sum::<f64>() - total * total;
    let q = (k - 1.0) * between / within;
    let varying = row_sums
        .iter()
        .filter(|sum| **sum != 0.0 && **sum != k)
        .count();
    let basis = Basis::new(Method::new("cochran_q"), grid.n_input, grid.n_rows());
    let few = Warning::SmallSample {
        n: varying,
        advised: 24_usize.div_ceil(columns.len()),
    };
    Ok(CochranQ {
        basis: basis.warn_if(varying * columns.len() < 24, few),
        n_columns: columns.len(),
        shares: columns
            .iter()
            .map(|sum| sum / grid.n_rows() as f64)
            .collect(),
        q,
        df: columns.len() - 1,
        p: never_zero(chi_squared::sf(q, k - 1.0)),
    })
}
