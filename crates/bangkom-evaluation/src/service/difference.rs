use bangkom_stats::distributions::student_t;
use bangkom_stats::{ConfidenceLevel, Interval, Moments};
use serde::{Deserialize, Serialize};

/// A difference of means with its interval, in the unit of the series.
///
/// # Formula
///
/// ```text
/// change        after - before
/// against       (after - before) - mean over the units compared of (after - before)
/// variance      sum of s_i^2 / n_i, each times the square of its weight in the difference
/// df            Welch and Satterthwaite over the same parts
/// ```
///
/// # References
/// Welch 1947; Satterthwaite 1946; Angrist and Pischke 2009 ch. 5, difference in differences.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// The difference.
    pub estimate: f64,
    /// Its interval; absent where the points do not vary or are too few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// Its two-sided p-value; absent like the interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
}

/// The points of one stretch of time and the weight of their mean in a difference.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub points: Moments,
    pub weight: f64,
}

impl Difference {
    /// The weighted sum of means; `None` when a part has no point.
    pub(super) fn of(parts: &[Part], level: ConfidenceLevel) -> Option<Self> {
        let means: Option<Vec<f64>> = parts
            .iter()
            .map(|part| Some(part.weight * part.points.mean()?))
            .collect();
        let estimate: f64 = means?.iter().sum();
        let test = test(parts, estimate, level);
        estimate.is_finite().then(|| Self {
            estimate,
            interval: test.map(|(interval, _)| interval),
            p: test.map(|(_, p)| p),
        })
    }
}

/// The interval of a difference and its p-value.
fn test(parts: &[Part], estimate: f64, level: ConfidenceLevel) -> Option<(Interval, f64)> {
    let (mut variance, mut freedom) = (0.0, 0.0);
    for part in parts {
        let n = part.points.n() as f64;
        let of_mean = part.weight * part.weight * part.points.variance()? / n;
        variance += of_mean;
        freedom += of_mean * of_mean / (n - 1.0);
    }
    if variance <= 0.0 {
        return None;
    }
    let df = variance * variance / freedom;
    let error = variance.sqrt();
    let reach = student_t::quantile(1.0 - level.tail(), df).ok()? * error;
    let p = student_t::two_sided(estimate / error, df).ok()?;
    let interval = Interval {
        low: estimate - reach,
        high: estimate + reach,
    };
    reach
        .is_finite()
        .then_some((interval, p.clamp(f64::MIN_POSITIVE, 1.0)))
}
