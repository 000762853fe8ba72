use serde::{Deserialize, Serialize};

use crate::linear::Compensated;
use crate::sample::{at_least, refuse_infinite, representable};
use crate::{Basis, Method, StatsError, Warning};

/// Means drawn toward their grand mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShrunkenMeans {
    /// What the result rests on; counts are units.
    pub basis: Basis,
    /// Mean of the units' values.
    pub grand_mean: f64,
    /// Variance of one value about its unit's own truth, in squared units of the values.
    pub variance: f64,
    /// Share of each deviation that is kept, 0..1; 0 when chance alone explains the spread.
    pub kept: f64,
    /// The drawn values, one for each unit; absent for a missing one.
    pub estimates: Vec<Option<f64>>,
}

/// Means of equal variance, drawn toward their grand mean.
///
/// # Formula
///
/// For `k` values with known `variance`, NaN being a missing unit:
///
/// ```text
/// kept = max(0, 1 - (k - 3) variance / sum (x - mean)^2)
/// estimate = mean + kept (x - mean)
/// ```
///
/// When the values differ no more than chance makes them, `kept` is 0 with a warning.
///
/// # Errors
///
/// [`StatsError::TooFew`] below four units, [`StatsError::NotFinite`], [`StatsError::OutOfRange`]
/// of a variance that is negative or not finite, [`StatsError::Undefined`] when a result leaves the
/// range of a double.
///
/// # Examples
///
/// ```
/// use bangkom_stats::shrinkage::james_stein;
///
/// let result = james_stein(&[3.0, 4.0, 5.0, 8.0], 2.0)?;
/// assert!((result.kept - 6.0 / 7.0).abs() < 1e-15);
/// assert!((result.estimates[3].unwrap_or_default() - (5.0 + 18.0 / 7.0)).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// James and Stein (1961); Efron and Morris (1973), positive part, toward the grand mean.
#[doc(alias = "empirical Bayes")]
pub fn james_stein(values: &[f64], variance: f64) -> Result<ShrunkenMeans, StatsError> {
    refuse_infinite("values", values)?;
    if !variance.is_finite() || variance < 0.0 {
        return Err(StatsError::parameter("variance", variance, 0.0, f64::MAX));
    }
    let kept: Vec<f64> = values.iter().copied().filter(|x| !x.is_nan()).collect();
    at_least(4, kept.len())?;
    shrunken(Method::new("james_stein"), values, &kept, variance)
}

/// Proportions of equally many trials, drawn toward their mean.
///
/// # Formula
///
/// [`james_stein`] with the binomial variance at the mean proportion `m`: `m (1 - m) / trials`.
/// For units of different size use [`gamma_poisson`](super::gamma_poisson).
///
/// # Errors
///
/// [`StatsError::TooFew`] below four units or one trial, [`StatsError::OutOfRange`] with the
/// index of a unit of more successes than trials.
///
/// # Examples
///
/// ```
/// use bangkom_stats::shrinkage::shrink_proportions;
///
/// let result = shrink_proportions(&[18, 14, 12, 11, 7], 45)?;
/// let best = result.estimates[0].unwrap_or_default();
/// assert!(result.grand_mean < best && best < 18.0 / 45.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Efron and Morris (1977), "Stein's paradox in statistics".
pub fn shrink_proportions(successes: &[u64], trials: u64) -> Result<ShrunkenMeans, StatsError> {
    at_least(1, usize::try_from(trials).unwrap_or(usize::MAX))?;
    if let Some(index) = successes.iter().position(|count| *count > trials) {
        return Err(StatsError::OutOfRange {
            argument: "successes",
            index: Some(index),
            value: successes[index] as f64,
            low: 0.0,
            high: trials as f64,
        });
    }
    at_least(4, successes.len())?;
    let n = trials as f64;
    let shares: Vec<f64> = successes.iter().map(|count| *count as f64 / n).collect();
    let mean = Compensated::mean(&shares).value();
    let method = Method::new("james_stein, proportions");
    shrunken(method, &shares, &shares, mean * (1.0 - mean) / n)
}

fn shrunken(
    method: Method,
    values: &[f64],
    present: &[f64],
    variance: f64,
) -> Result<ShrunkenMeans, StatsError> {
    let mean = Compensated::mean(present);
    let scale = present
        .iter()
        .fold(0.0_f64, |most, x| most.max(mean.subtracted_from(*x).abs()));
    representable("the spread of the values", &[scale])?;
    // In units of the greatest deviation no square leaves the range of a double.
    let squares: f64 = present
        .iter()
        .map(|x| (mean.subtracted_from(*x) / scale).powi(2))
        .sum();
    let freedom = present.len() as f64 - 3.0;
    let chance = freedom * (variance / scale / scale) / squares;
    let kept = if scale > 0.0 {
        (1.0 - chance).max(0.0)
    } else {
        0.0
    };
    let grand_mean = mean.value();
    let drawn = |x: &f64| (!x.is_nan()).then(|| grand_mean + kept * mean.subtracted_from(*x));
    let boundary = Warning::Boundary {
        what: "the variance between units".into(),
    };
    let estimates: Vec<Option<f64>> = values.iter().map(drawn).collect();
    let numbers = estimates
        .iter()
        .flatten()
        .copied()
        .chain([grand_mean, kept]);
    representable("the drawn means", &numbers.collect::<Vec<_>>())?;
    Ok(ShrunkenMeans {
        basis: Basis::new(method, values.len(), present.len()).warn_if(kept == 0.0, boundary),
        grand_mean,
        variance,
        kept,
        estimates,
    })
}
