use serde::{Deserialize, Serialize};

use super::feldt::{self, error_of_measurement};
use super::items::{Items, variance};
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError, Warning};

/// Cronbach's alpha with what belongs to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CronbachAlpha {
    /// What the result rests on; counts are persons.
    pub basis: Basis,
    /// Number of items.
    pub n_items: usize,
    /// Alpha, at most 1; negative when items pull against each other.
    pub alpha: f64,
    /// Feldt's interval of alpha.
    pub interval: Interval,
    /// Mean correlation of the items; absent when an item is constant.
    pub mean_correlation: Option<f64>,
    /// Alpha of the items brought to one variance; absent when an item is constant.
    pub standardized: Option<f64>,
    /// Mean of the total score.
    pub mean_total: f64,
    /// Standard deviation of the total score.
    pub sd_total: f64,
    /// Standard error of measurement of the total score, in score units.
    pub sem: f64,
}

/// Cronbach's alpha with Feldt's interval: rows are persons, columns items.
///
/// For items scored 0 and 1 it equals KR-20. A row with a missing score is dropped.
///
/// # Formula
///
/// ```text
/// alpha        = k / (k - 1) (1 - sum s_i^2 / s_T^2)
/// standardized = k r / (1 + (k - 1) r),  r the mean correlation
/// interval     = 1 - (1 - alpha) F(1 - a/2), 1 - (1 - alpha) F(a/2);  n - 1, (n - 1)(k - 1) df
/// sem          = s_T sqrt(1 - alpha)
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
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::reliability::cronbach_alpha;
///
/// let scores = [[1.0, 1.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]];
/// let result = cronbach_alpha(&scores, ConfidenceLevel::default())?;
/// assert!((result.alpha - 0.6).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cronbach (1951); Feldt (1965); Feldt, Woodruff and Salih (1987).
#[doc(alias = "Cronbach")]
pub fn cronbach_alpha<R: AsRef<[f64]>>(
    scores: &[R],
    level: ConfidenceLevel,
) -> Result<CronbachAlpha, StatsError> {
    let items = Items::new(scores, 2)?;
    let total = variance(&items.total(|_| true));
    if total == 0.0 {
        return Err(StatsError::NoVariation {
            what: "the total scores",
        });
    }
    let k = items.k() as f64;
    let alpha = (k / (k - 1.0) * (1.0 - items.variance_sum() / total)).min(1.0);
    let mean_correlation = mean_correlation(&items);
    let sd_total = total.sqrt() * items.unit;
    let basis = Basis::new(Method::new("cronbach_alpha"), items.n_input, items.n());
    let small = Warning::SmallSample {
        n: items.n(),
        advised: 30,
    };
    Ok(CronbachAlpha {
        basis: basis.level(level).warn_if(items.n() < 30, small),
        n_items: items.k(),
        alpha,
        interval: feldt::interval(alpha, items.n(), items.k(), level),
        mean_correlation,
        standardized: mean_correlation.map(|r| k * r / (1.0 + (k - 1.0) * r)),
        mean_total: items.means.iter().sum(),
        sd_total,
        sem: error_of_measurement(sd_total, alpha),
    })
}

fn mean_correlation(items: &Items) -> Option<f64> {
    let k = items.k();
    let correlations = items.correlations()?;
    let sum: f64 = (0..k * k)
        .filter(|at| at / k < at % k)
        .map(|at| correlations[at])
        .sum();
    Some(sum / (k * (k - 1) / 2) as f64)
}
