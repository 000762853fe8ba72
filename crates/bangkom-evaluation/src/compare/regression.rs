use bangkom_stats::gain::{RegressionToMean, regression_to_mean};
use bangkom_stats::{Interval, Moments};
use serde::{Deserialize, Serialize};

use super::complete::Complete;
use super::{Design, Estimate};

/// What the choice of people alone makes of the change.
///
/// # Formula
///
/// ```text
/// expected   (1 - reliability) (mean of all - mean of first scores)
/// beyond     mean change - expected
/// ```
///
/// # References
/// Kelley 1927, the true score expected behind a score; Davis 1976.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedRegression {
    /// The line of second on first scores, and the honest tests of "the weak gained most".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<RegressionToMean>,
    /// The rise to expect without any effect; absent where reliability or population are not
    /// known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// The change beyond that, in score units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<f64>,
    /// Its interval, as wide as that of the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond_interval: Option<Interval>,
}

impl ExpectedRegression {
    pub(super) fn of(own: &Complete, design: &Design, estimate: Option<&Estimate>) -> Self {
        let start = Moments::of(&own.first).mean();
        let expected = design
            .reliability
            .zip(design.population_mean)
            .zip(start)
            .map(|((reliability, mean), start)| (1.0 - reliability) * (mean - start));
        let beyond = |value: f64| expected.map(|expected| value - expected);
        let interval = estimate.map(|it| it.interval);
        Self {
            line: regression_to_mean(&own.first, &own.second).ok(),
            expected,
            beyond: Moments::of(&own.change).mean().and_then(beyond),
            beyond_interval: interval.and_then(|it| {
                Some(Interval {
                    low: beyond(it.low)?,
                    high: beyond(it.high)?,
                })
            }),
        }
    }
}
