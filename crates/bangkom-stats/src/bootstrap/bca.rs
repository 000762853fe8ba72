use serde::{Deserialize, Serialize};

use super::quantile::{normal_scale, type7};
use crate::distributions::raw::normal;
use crate::{ConfidenceLevel, Interval};

/// Bias-corrected and accelerated interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bca {
    /// Bias correction, in normal deviates.
    pub z0: f64,
    /// Levels of the replicates at which the interval ends, 0..1.
    pub levels: Interval,
    /// Ends by linear interpolation (R's type 7).
    pub interval: Interval,
    /// Ends at place `(B + 1) p`, interpolated on the normal scale.
    pub interval_interpolated: Interval,
}

impl Bca {
    /// `share` is that of the replicates below the estimate; no interval when all are on one side.
    pub(super) fn of(
        sorted: &[f64],
        share: f64,
        acceleration: f64,
        level: ConfidenceLevel,
    ) -> Option<Self> {
        let z0 = Some(normal::quantile(share)).filter(|z0| z0.is_finite())?;
        let adjusted = |tail: f64| {
            let z = z0 + tail;
            normal::cdf(z0 + z / (1.0 - acceleration * z))
        };
        let tail = normal::quantile(level.tail());
        let levels = Interval {
            low: adjusted(tail),
            high: adjusted(-tail),
        };
        let ends = |quantile: fn(&[f64], f64) -> f64| Interval {
            low: quantile(sorted, levels.low),
            high: quantile(sorted, levels.high),
        };
        Some(Self {
            z0,
            levels,
            interval: ends(type7),
            interval_interpolated: ends(normal_scale),
        })
    }
}

/// Skewness of the influence of single values, by the jackknife; `None` when none has any.
pub(super) fn acceleration(jackknife: &[f64]) -> Option<f64> {
    let mean = crate::Moments::of(jackknife).mean()?;
    let largest = jackknife
        .iter()
        .fold(0.0_f64, |most, v| most.max((mean - v).abs()));
    if largest == 0.0 {
        return None;
    }
    let influence = jackknife.iter().map(|v| (mean - v) / largest);
    let (squares, cubes) = influence.fold((0.0, 0.0), |(s, c), l| (s + l * l, c + l * l * l));
    Some(cubes / (6.0 * squares * squares.sqrt()))
}
