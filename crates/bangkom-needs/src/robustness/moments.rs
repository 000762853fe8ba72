use bangkom_stats::StatsError;
use serde::{Deserialize, Serialize};

/// Mean and spread of a weighted mean whose weights are uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirichletMoments {
    /// The mean, which is the weighted mean under the mean weights.
    pub mean: f64,
    /// The variance.
    pub variance: f64,
    /// The standard deviation.
    pub sd: f64,
}

/// Exact moments of a weighted mean under Dirichlet weights, without a draw.
///
/// Weights of the sources present, renormalised, are again Dirichlet with their own parameters:
/// leave out what is missing from both lists.
///
/// # Formula
/// ```text
/// a0 = sum a,  E = sum a m / a0,  Var = (sum a (m - E)^2 / a0) / (a0 + 1)
/// ```
///
/// # Errors
/// [`StatsError::LengthMismatch`], [`StatsError::TooFew`] without a value,
/// [`StatsError::OutOfRange`] for a parameter that is not positive and finite,
/// [`StatsError::NotFinite`] for a value.
///
/// # Examples
/// ```
/// let moments = bangkom_needs::robustness::dirichlet_moments(&[6.0, 2.0], &[3.0, 5.0])?;
/// assert_eq!(moments.mean, 3.5);
/// assert!((moments.variance - 0.75 / 9.0).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Kotz, Balakrishnan and Johnson 2000, chapter 49.
pub fn dirichlet_moments(alpha: &[f64], values: &[f64]) -> Result<DirichletMoments, StatsError> {
    let (first, second) = (alpha.len(), values.len());
    if first != second {
        return Err(StatsError::LengthMismatch { first, second });
    }
    if first == 0 {
        return Err(StatsError::TooFew { needed: 1, got: 0 });
    }
    if let Some(index) = alpha.iter().position(|a| !(a.is_finite() && *a > 0.0)) {
        return Err(StatsError::OutOfRange {
            argument: "alpha",
            index: Some(index),
            value: alpha[index],
            low: 0.0,
            high: f64::MAX,
        });
    }
    if let Some(index) = values.iter().position(|value| !value.is_finite()) {
        let argument = "values";
        return Err(StatsError::NotFinite { argument, index });
    }
    let total: f64 = alpha.iter().sum();
    let mean = weighted(alpha, values, |value| value) / total;
    let spread = weighted(alpha, values, |value| (value - mean) * (value - mean)) / total;
    let variance = spread / (total + 1.0);
    Ok(DirichletMoments {
        mean,
        variance,
        sd: variance.sqrt(),
    })
}

fn weighted(alpha: &[f64], values: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    alpha
        .iter()
        .zip(values)
        .map(|(a, value)| a * of(*value))
        .sum()
}
