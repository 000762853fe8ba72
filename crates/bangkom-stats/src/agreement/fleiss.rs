use serde::{Deserialize, Serialize};

use crate::distributions::raw::normal;
use crate::p_value::never_zero;
use crate::sample::{at_least, same_length};
use crate::{Basis, Method, StatsError};

/// Fleiss' kappa of a fixed number of ratings for each subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FleissKappa {
    /// What the result rests on; counts are subjects.
    pub basis: Basis,
    /// Ratings of each subject.
    pub n_ratings: u64,
    /// Share of agreeing pairs of ratings, 0..1.
    pub observed: f64,
    /// That share if ratings were drawn from the overall shares, 0..1.
    pub expected: f64,
    /// Agreement beyond chance, at most 1.
    pub kappa: f64,
    /// Standard error when there is no agreement beyond chance.
    pub se_null: f64,
    /// Two-sided p-value of no agreement beyond chance.
    pub p: f64,
}

/// Fleiss' kappa from counts: rows are subjects, columns categories.
///
/// # Formula
///
/// With `n` subjects, `m` ratings each and overall shares `p_j`, `q_j = 1 - p_j`:
///
/// ```text
/// po = mean of (sum_j n_ij^2 - m) / (m (m - 1)),  pe = sum p_j^2
/// kappa = (po - pe) / (1 - pe)
/// se_null^2 = 2 [(sum p_j q_j)^2 - sum p_j q_j (q_j - p_j)] / (n m (m - 1) (sum p_j q_j)^2)
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] without subjects, below two categories or two ratings,
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::Undefined`] when subjects differ in
/// their number of ratings (use [`krippendorff_alpha`](super::krippendorff_alpha)) or all ratings
/// fall in one category.
///
/// # Examples
///
/// ```
/// use bangkom_stats::agreement::fleiss_kappa;
///
/// let counts = [[4, 0], [3, 1], [0, 4], [1, 3], [4, 0]];
/// let result = fleiss_kappa(&counts)?;
/// assert_eq!(result.observed, 0.8);
/// assert!((result.kappa - 0.583_333_333).abs() < 1e-9);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Fleiss (1971); Fleiss, Nee and Landis (1979) for the standard error.
pub fn fleiss_kappa<R: AsRef<[u64]>>(counts: &[R]) -> Result<FleissKappa, StatsError> {
    let ratings = ratings_each(counts)?;
    let (n, m) = (counts.len() as f64, ratings as f64);
    let squares = |row: &[u64]| row.iter().map(|count| (*count as f64).powi(2)).sum::<f64>();
    let pairs = counts.iter().map(|row| squares(row.as_ref()) - m);
    let observed = pairs.sum::<f64>() / (n * m * (m - 1.0));
    let shares = shares(counts, n * m);
    let expected: f64 = shares.iter().map(|share| share * share).sum();
    let spread: f64 = shares.iter().map(|p| p * (1.0 - p)).sum();
    if spread == 0.0 {
        return Err(StatsError::Undefined {
            what: "kappa",
            why: "all ratings fall in one category",
        });
    }
    let kappa = (observed - expected) / (1.0 - expected);
    let lopsided: f64 = shares.iter().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
    let variance = 2.0 * (spread * spread - lopsided) / (n * m * (m - 1.0) * spread * spread);
    let se_null = variance.max(0.0).sqrt();
    Ok(FleissKappa {
        basis: Basis::new(Method::new("fleiss_kappa"), counts.len(), counts.len()),
        n_ratings: ratings,
        observed,
        expected,
        kappa,
        se_null,
        p: never_zero(2.0 * normal::sf((kappa / se_null).abs())),
    })
}

fn ratings_each<R: AsRef<[u64]>>(counts: &[R]) -> Result<u64, StatsError> {
    let Some(first) = counts.first().map(AsRef::as_ref) else {
        return Err(StatsError::TooFew { needed: 1, got: 0 });
    };
    at_least(2, first.len())?;
    let ratings: u64 = first.iter().sum();
    at_least(2, ratings as usize)?;
    for row in counts.iter().map(AsRef::as_ref) {
        same_length(first.len(), row.len())?;
        if row.iter().sum::<u64>() != ratings {
            return Err(StatsError::Undefined {
                what: "fleiss' kappa",
                why: "subjects differ in their number of ratings",
            });
        }
    }
    Ok(ratings)
}

fn shares<R: AsRef<[u64]>>(counts: &[R], total: f64) -> Vec<f64> {
    let q = counts.first().map_or(0, |row| row.as_ref().len());
    let column = |j: usize| counts.iter().map(|row| row.as_ref()[j]).sum::<u64>();
    (0..q).map(|j| column(j) as f64 / total).collect()
}
