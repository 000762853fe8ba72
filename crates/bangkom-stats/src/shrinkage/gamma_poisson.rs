use serde::{Deserialize, Serialize};

use super::exposed::Exposed;
use crate::distributions::raw::gamma;
use crate::sample::representable;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError, Warning};

/// Posterior rates under a gamma distribution of the units' true rates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GammaPoisson {
    /// What the result rests on; counts are units.
    pub basis: Basis,
    /// Mean of the units' true rates.
    pub mean_rate: f64,
    /// Variance of the units' true rates; 0 when chance alone explains the spread.
    pub between_variance: f64,
    /// Exposure that the common distribution counts for; absent when the variance is 0.
    pub prior_exposure: Option<f64>,
    /// Each unit; absent where its exposure is missing.
    pub units: Vec<Option<PosteriorRate>>,
}

/// What is known of one unit's rate after its events were counted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PosteriorRate {
    /// Events over exposure; absent where the exposure is zero.
    pub raw: Option<f64>,
    /// Share of the unit's own rate in the posterior mean, 0..1.
    pub weight: f64,
    /// Posterior mean.
    pub rate: f64,
    /// Equal-tailed credible interval given the common distribution; absent when its variance
    /// is 0.
    pub interval: Option<Interval>,
}

/// Posterior rates of units of different size, with credible intervals.
///
/// A unit of exposure zero gets the common distribution; NaN is a missing exposure.
///
/// # Formula
///
/// True rates are gamma with mean `m` and exposure `b` (shape `m b`), counts are Poisson:
///
/// ```text
/// posterior: gamma(y + m b, e + b),   mean = w r + (1 - w) m,   w = e / (e + b)
/// moments:   m = sum w r / sum w,   m / b = sum w (r - m)^2 / (k - 1)
/// ```
///
/// The moments are those of Clayton and Kaldor, solved by bisection on `b`. When the counts vary
/// no more than Poisson counts of one rate, the variance is 0, all units get the common rate, and
/// a warning says so. The intervals take the common distribution as known, and are therefore
/// somewhat too narrow when there are few units.
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
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::shrinkage::gamma_poisson;
///
/// let counts = [12, 3, 17, 0];
/// let exposures = [400.0, 150.0, 90.0, 60.0];
/// let result = gamma_poisson(&counts, &exposures, ConfidenceLevel::default())?;
/// let none = result.units[3].ok_or("no unit")?;
/// assert!(none.rate > 0.0 && none.interval.is_some_and(|i| i.contains(none.rate)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// Clayton and Kaldor (1987), Biometrics 43, section 3.1.
#[doc(alias = "empirical Bayes")]
pub fn gamma_poisson(
    counts: &[u64],
    exposures: &[f64],
    level: ConfidenceLevel,
) -> Result<GammaPoisson, StatsError> {
    let exposed = Exposed::new(counts, exposures)?;
    let prior = prior(&exposed);
    let mean = prior.map_or(exposed.pooled, |prior| prior.mean);
    let unit = |(count, exposure): &(u64, Option<f64>)| {
        let exposure = (*exposure)?;
        let raw = (exposure > 0.0).then(|| *count as f64 / exposure);
        let weight = prior.map_or(0.0, |prior| exposure / (exposure + prior.exposure));
        Some(PosteriorRate {
            raw,
            weight,
            rate: raw.map_or(mean, |raw| mean + weight * (raw - mean)),
            interval: prior.map(|prior| prior.interval(*count, exposure, level)),
        })
    };
    let boundary = Warning::Boundary {
        what: "the variance between units".into(),
    };
    let method = Method::new("gamma_poisson, moments");
    let basis = Basis::new(method, counts.len(), exposed.n_present()).level(level);
    let units: Vec<Option<PosteriorRate>> = exposed.units.iter().map(unit).collect();
    let between = prior.map_or(0.0, |prior| prior.mean / prior.exposure);
    let rates = units.iter().flatten().map(|unit| unit.rate);
    representable(
        "the posterior rates",
        &rates.chain([mean, between]).collect::<Vec<_>>(),
    )?;
    Ok(GammaPoisson {
        basis: basis.warn_if(prior.is_none(), boundary),
        mean_rate: mean,
        between_variance: between,
        prior_exposure: prior.map(|prior| prior.exposure),
        units,
    })
}

/// The common distribution of rates.
#[derive(Debug, Clone, Copy)]
struct Prior {
    mean: f64,
    exposure: f64,
}

impl Prior {
    fn interval(self, count: u64, exposure: f64, level: ConfidenceLevel) -> Interval {
        let shape = count as f64 + self.mean * self.exposure;
        let scale = 1.0 / (exposure + self.exposure);
        Interval {
            low: gamma::quantile(level.tail(), shape, scale),
            high: gamma::upper_quantile(level.tail(), shape, scale),
        }
    }
}

/// Halvings of the bracket, enough for every bit of a double.
const HALVINGS: usize = 200;

/// The prior whose moments the units have; none when chance alone explains their spread.
fn prior(exposed: &Exposed) -> Option<Prior> {
    let mean_exposure =
        exposed.rated.iter().map(|(_, e)| e).sum::<f64>() / exposed.rated.len() as f64;
    // Exposure of the prior from nearly nothing to so much that units no longer matter.
    let (mut low, mut high) = (mean_exposure * 1e-12, mean_exposure * 1e12);
    if excess(exposed, high) <= 0.0 {
        return None;
    }
    if excess(exposed, low) > 0.0 {
        high = low;
    }
    for _ in 0..HALVINGS {
        let middle = low.sqrt() * high.sqrt();
        if middle <= low || middle >= high {
            break;
        }
        if excess(exposed, middle) > 0.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(Prior {
        mean: weighted_mean(exposed, high),
        exposure: high,
    })
}

fn weighted_mean(exposed: &Exposed, prior_exposure: f64) -> f64 {
    let weights = exposed
        .rated
        .iter()
        .map(|(r, e)| (r, e / (e + prior_exposure)));
    let (sum, total) = weights.fold((0.0, 0.0), |(sum, total), (r, w)| (sum + w * r, total + w));
    sum / total
}

/// Variance seen, less the one that a prior of this exposure has; times the exposure.
fn excess(exposed: &Exposed, prior_exposure: f64) -> f64 {
    let mean = weighted_mean(exposed, prior_exposure);
    let rated = exposed.rated.iter();
    let spread: f64 = rated
        .map(|(r, e)| e / (e / prior_exposure + 1.0) * (r - mean) * (r - mean))
        .sum();
    spread / (exposed.rated.len() as f64 - 1.0) - mean
}
