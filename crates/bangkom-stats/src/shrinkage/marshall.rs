use serde::{Deserialize, Serialize};

use super::exposed::Exposed;
use crate::sample::representable;
use crate::{Basis, Method, StatsError, Warning};

/// Rates of units of different size, smoothed toward their common rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmoothedRates {
    /// What the result rests on; counts are units.
    pub basis: Basis,
    /// All events over all exposure.
    pub mean_rate: f64,
    /// Variance of the units' true rates; 0 when chance alone explains the spread.
    pub between_variance: f64,
    /// Each unit; absent where its exposure is missing.
    pub units: Vec<Option<SmoothedRate>>,
}

/// One unit's rate, raw and smoothed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmoothedRate {
    /// Events over exposure; absent where the exposure is zero.
    pub raw: Option<f64>,
    /// Share of the deviation from the common rate that is kept, 0..1.
    pub weight: f64,
    /// Smoothed rate.
    pub rate: f64,
}

/// Rates drawn toward the common rate, the more the smaller the unit.
///
/// A unit of exposure zero has no rate of its own and gets the common one; NaN is a missing
/// exposure.
///
/// # Formula
///
/// With counts `y`, exposures `e`, rates `r = y / e`:
///
/// ```text
/// m = sum y / sum e,   A = max(0, sum e (r - m)^2 / sum e - m / mean e)
/// w = A / (A + m / e),   smoothed = m + w (r - m)
/// ```
///
/// When `A` is 0 all units get the common rate, with a warning.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two units of positive exposure, [`StatsError::LengthMismatch`],
/// [`StatsError::NotFinite`], [`StatsError::OutOfRange`] of a negative exposure or of events
/// without exposure, [`StatsError::Undefined`] when a rate leaves the range of a double.
///
/// # Examples
///
/// ```
/// use bangkom_stats::shrinkage::marshall_rates;
///
/// let result = marshall_rates(&[12, 3, 7, 0], &[400.0, 150.0, 90.0, 60.0])?;
/// let none = result.units[3].ok_or("no unit")?;
/// assert!(none.raw == Some(0.0) && none.rate > 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// Marshall (1991), Applied Statistics 40(2), global moment estimator.
#[doc(alias = "empirical Bayes")]
pub fn marshall_rates(counts: &[u64], exposures: &[f64]) -> Result<SmoothedRates, StatsError> {
    let exposed = Exposed::new(counts, exposures)?;
    let m = exposed.pooled;
    let total: f64 = exposed.rated.iter().map(|(_, e)| e).sum();
    let spread: f64 = exposed
        .rated
        .iter()
        .map(|(r, e)| e * (r - m) * (r - m))
        .sum();
    let mean_exposure = total / exposed.rated.len() as f64;
    let between = (spread / total - m / mean_exposure).max(0.0);
    let unit = |(count, exposure): &(u64, Option<f64>)| {
        let exposure = (*exposure)?;
        let raw = (exposure > 0.0).then(|| *count as f64 / exposure);
        let weight = if between > 0.0 && exposure > 0.0 {
            between / (between + m / exposure)
        } else {
            0.0
        };
        let rate = raw.map_or(m, |raw| m + weight * (raw - m));
        Some(SmoothedRate { raw, weight, rate })
    };
    let boundary = Warning::Boundary {
        what: "the variance between units".into(),
    };
    let method = Method::new("marshall, global");
    let basis = Basis::new(method, counts.len(), exposed.n_present());
    let units: Vec<Option<SmoothedRate>> = exposed.units.iter().map(unit).collect();
    let rates = units.iter().flatten().map(|unit| unit.rate);
    representable(
        "the smoothed rates",
        &rates.chain([m, between]).collect::<Vec<_>>(),
    )?;
    Ok(SmoothedRates {
        basis: basis.warn_if(between == 0.0, boundary),
        mean_rate: m,
        between_variance: between,
        units,
    })
}
