use serde::{Deserialize, Serialize};

use super::w_null::exact_p;
use crate::distributions::raw::chi_squared;
use crate::grid::Grid;
use crate::p_value::never_zero;
use crate::sample::at_least;
use crate::{Basis, Method, StatsError, Warning};

/// Kendall's coefficient of concordance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concordance {
    /// What the result rests on; counts are rankings (rows).
    pub basis: Basis,
    /// Number of objects that were ranked (columns).
    pub n_objects: usize,
    /// Mean rank of each object, 1 for the least value.
    pub mean_ranks: Vec<f64>,
    /// Concordance, 0 none, 1 complete; ties allowed for.
    pub w: f64,
    /// Mean Spearman correlation that this concordance amounts to.
    pub mean_spearman: f64,
    /// Friedman's statistic: rankings times (objects - 1) times `w`.
    pub chi_squared: f64,
    /// P-value of `chi_squared`.
    pub p_chi_squared: f64,
    /// Exact permutation p-value, where counting it is cheap (few objects and rankings).
    pub p_exact: Option<f64>,
}

/// Kendall's W of two or more rankings: rows are rankings, columns the objects.
///
/// Any values may be given; they are ranked within each row, equal ones at the midrank. A row with
/// a missing value is dropped.
///
/// # Formula
///
/// With `m` rankings of `n` objects, rank sums `R_j` and ties `t` within rows:
///
/// ```text
/// W = 12 sum (R_j - mean R)^2 / (m^2 (n^3 - n) - m sum (t^3 - t))
/// mean Spearman = (m W - 1) / (m - 1),  chi2 = m (n - 1) W with n - 1 df
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete rankings or two objects,
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::NotFinite`] with the row's index,
/// [`StatsError::NoVariation`] when every ranking is all ties.
///
/// # Examples
///
/// ```
/// use bangkom_stats::agreement::kendall_w;
///
/// let rankings = [[1.0, 2.0, 3.0, 4.0], [1.0, 3.0, 2.0, 4.0], [2.0, 1.0, 3.0, 4.0]];
/// let result = kendall_w(&rankings)?;
/// assert!((result.w - 7.0 / 9.0).abs() < 1e-15);
/// assert!(result.p_exact.is_some_and(|p| p < 0.06));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Kendall and Babington Smith (1939); Friedman (1937).
#[doc(alias = "Friedman")]
pub fn kendall_w<R: AsRef<[f64]>>(rankings: &[R]) -> Result<Concordance, StatsError> {
    let grid = Grid::complete("rankings", rankings)?;
    at_least(2, grid.n_rows())?;
    at_least(2, grid.n_columns())?;
    let ranks: Vec<Vec<i64>> = grid.rows().map(doubled_midranks).collect();
    let (m, n) = (grid.n_rows() as f64, grid.n_columns() as f64);
    let tied: f64 = grid.rows().map(tie_term).sum();
    let most = m * m * (n * n * n - n) - m * tied;
    if most <= 0.0 {
        return Err(StatsError::NoVariation {
            what: "the values within every ranking",
        });
    }
    let sums: Vec<i64> = (0..grid.n_columns())
        .map(|j| ranks.iter().map(|row| row[j]).sum())
        .collect();
    // Doubled ranks: squares are four times too large.
    let w = (3.0 * squared_deviations(&sums) / most).min(1.0);
    let chi = m * (n - 1.0) * w;
    let groups = grid.rows().map(tied_groups).sum();
    let p_exact = exact_p(&ranks);
    let basis = Basis::new(Method::new("kendall_w"), grid.n_input, grid.n_rows());
    let small = Warning::SmallSample {
        n: grid.n_rows(),
        advised: 15,
    };
    Ok(Concordance {
        basis: basis
            .warn_if(groups > 0, Warning::Ties { groups })
            .warn_if(p_exact.is_none() && grid.n_rows() < 15, small),
        n_objects: sums.len(),
        mean_ranks: sums.iter().map(|sum| *sum as f64 / (2.0 * m)).collect(),
        w,
        mean_spearman: (m * w - 1.0) / (m - 1.0),
        chi_squared: chi,
        p_chi_squared: never_zero(chi_squared::sf(chi, n - 1.0)),
        p_exact,
    })
}

/// Twice the midranks, which are whole.
fn doubled_midranks(row: &[f64]) -> Vec<i64> {
    let doubled = |value: &f64| {
        let below = row.iter().filter(|other| *other < value).count();
        let equal = row.iter().filter(|other| *other == value).count();
        (2 * below + equal + 1) as i64
    };
    row.iter().map(doubled).collect()
}

fn sizes(row: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = row.iter().map(|value| value + 0.0).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
        .chunk_by(|a, b| a == b)
        .map(|run| run.len() as f64)
        .collect()
}

fn tie_term(row: &[f64]) -> f64 {
    sizes(row).iter().map(|t| t * t * t - t).sum()
}

fn tied_groups(row: &[f64]) -> usize {
    sizes(row).iter().filter(|t| **t > 1.0).count()
}

/// Sum of squared deviations of whole numbers, in halves of the last place exact.
pub(super) fn squared_deviations(sums: &[i64]) -> f64 {
    let mean = sums.iter().sum::<i64>() as f64 / sums.len() as f64;
    sums.iter().map(|sum| (*sum as f64 - mean).powi(2)).sum()
}
