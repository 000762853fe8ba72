use serde::{Deserialize, Serialize};

use super::feldt::error_of_measurement;
use super::items::{Items, variance};
use crate::{Basis, Method, StatsError};

/// Guttman's lower bounds of reliability.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuttmanLambdas {
    /// What the result rests on; counts are persons.
    pub basis: Basis,
    /// Number of items.
    pub n_items: usize,
    /// Lambda 2: never less than alpha.
    pub lambda2: f64,
    /// Lambda 6, from the items' squared multiple correlations; absent when an item is constant or
    /// follows from the others.
    pub lambda6: Option<f64>,
    /// Standard error of measurement of the total score by lambda 2, in score units.
    pub sem: f64,
}

/// Guttman's lambda 2 and lambda 6: rows are persons, columns items.
///
/// # Formula
///
/// With covariances `c_ij`, correlations `R` and total variance `V`:
///
/// ```text
/// lambda2 = (sum c_ij + sqrt(k/(k-1) sum c_ij^2)) / V   over i != j
/// lambda6 = 1 - sum 1 / (R^-1)_jj / sum r_ij            of the items in standard units
/// sem = sqrt(V (1 - lambda2))
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete persons or two items,
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::NotFinite`] with the row's index,
/// [`StatsError::NoVariation`] when all totals are equal.
///
/// # Examples
///
/// ```
/// use bangkom_stats::reliability::guttman_lambdas;
///
/// let scores = [[1.0, 1.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]];
/// let result = guttman_lambdas(&scores)?;
/// assert!(result.lambda2 > 0.6);
/// assert_eq!(result.lambda6, None);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Guttman (1945).
pub fn guttman_lambdas<R: AsRef<[f64]>>(scores: &[R]) -> Result<GuttmanLambdas, StatsError> {
    let items = Items::new(scores, 2)?;
    let total = variance(&items.total(|_| true));
    if total == 0.0 {
        return Err(StatsError::NoVariation {
            what: "the total scores",
        });
    }
    let k = items.k();
    let off_diagonal = (0..k * k).filter(|at| at / k != at % k);
    let covariances: Vec<f64> = off_diagonal
        .map(|at| items.covariance(at / k, at % k))
        .collect();
    let sum: f64 = covariances.iter().sum();
    let squares: f64 = covariances.iter().map(|c| c * c).sum();
    let shrink = k as f64 / (k - 1) as f64;
    let lambda2 = (sum + (shrink * squares).sqrt()) / total;
    Ok(GuttmanLambdas {
        basis: Basis::new(Method::new("guttman_lambdas"), items.n_input, items.n()),
        n_items: k,
        lambda2,
        lambda6: lambda6(&items),
        sem: error_of_measurement(total.sqrt() * items.unit, lambda2),
    })
}

fn lambda6(items: &Items) -> Option<f64> {
    let correlations = items.correlations()?;
    let unexplained: f64 = inverse_diagonal(&correlations, items.k())?
        .iter()
        .map(|value| 1.0 / value)
        .sum();
    Some(1.0 - unexplained / correlations.iter().sum::<f64>())
}

/// Diagonal of the inverse of a positive definite matrix, `None` when it is not one.
///
/// With the Cholesky factor `L`, the diagonal holds the squared column lengths of `L^-1`.
fn inverse_diagonal(matrix: &[f64], k: usize) -> Option<Vec<f64>> {
    let mut lower = vec![0.0; k * k];
    for i in 0..k {
        for j in 0..=i {
            let known: f64 = (0..j).map(|m| lower[i * k + m] * lower[j * k + m]).sum();
            let left = matrix[i * k + j] - known;
            lower[i * k + j] = if i > j {
                left / lower[j * k + j]
            } else if left > 1e-12 {
                left.sqrt()
            } else {
                return None;
            };
        }
    }
    Some(
        (0..k)
            .map(|j| solve_unit(&lower, k, j).iter().map(|x| x * x).sum())
            .collect(),
    )
}

/// Solves `L x = e_j`.
fn solve_unit(lower: &[f64], k: usize, j: usize) -> Vec<f64> {
    let mut x = vec![0.0; k];
    for i in j..k {
        let known: f64 = (j..i).map(|m| lower[i * k + m] * x[m]).sum();
        x[i] = (f64::from(i == j) - known) / lower[i * k + i];
    }
    x
}
