use serde::{Deserialize, Serialize};

use super::SurvivalStep;
use crate::basis::Interval;

/// Mean time up to a limit: the area under the survival curve.
///
/// # Formula
///
/// ```text
/// area = integral of S from 0 to tau
/// variance = sum over event times t < tau of (area from t to tau)^2 d / (n (n - d))
/// ```
///
/// # References
///
/// Irwin (1949); Klein and Moeschberger (2003), section 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestrictedMean {
    /// The limit, in the unit of the times.
    pub tau: f64,
    /// Mean time up to the limit.
    pub mean: f64,
    /// Its standard error.
    pub se: f64,
    /// Its normal confidence interval.
    pub ci: Interval,
}

impl RestrictedMean {
    pub(super) fn of(steps: &[SurvivalStep], tau: f64, deviate: f64) -> Self {
        let (mut right, mut area, mut variance) = (tau, 0.0, 0.0);
        for step in steps.iter().rev().filter(|step| step.time < tau) {
            area += step.survival * (right - step.time);
            right = step.time;
            let (d, n) = (step.events as f64, step.at_risk as f64);
            if step.at_risk > step.events {
                // As a share of the limit, so that no square leaves the range of a double.
                variance += (area / tau) * (area / tau) * (d / (n * (n - d)));
            }
        }
        let mean = area + right;
        let se = tau * variance.sqrt();
        Self {
            tau,
            mean,
            se,
            ci: Interval {
                low: (mean - deviate * se).max(0.0),
                high: (mean + deviate * se).min(tau),
            },
        }
    }
}
