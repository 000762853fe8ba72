//! The smallest sample with a given power.

use serde::{Deserialize, Serialize};

use super::PowerOptions;
use crate::{Basis, ConfidenceLevel, Method, StatsError};

/// Largest sample that is searched.
const MOST: u64 = 1 << 50;

/// The smallest sample that reaches a power, and the power that it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredSize {
    /// Method, direction and level of the planned test; counts are the planned `n`.
    pub basis: Basis,
    /// Pairs, or persons in each group.
    pub n: u64,
    /// Power with that many, 0..1; never below what was asked.
    pub achieved: f64,
}

/// Smallest `n` of at least two at which a power that grows with `n` is reached.
pub(super) fn smallest(
    method: Method,
    options: &PowerOptions,
    power: f64,
    power_at: impl Fn(u64) -> f64,
) -> Result<RequiredSize, StatsError> {
    let mut high = 2;
    let mut low = 1;
    while power_at(high) < power {
        if high >= MOST {
            return Err(StatsError::Undefined {
                what: "required sample size",
                why: "no sample reaches the power for this effect and direction",
            });
        }
        low = high;
        high *= 2;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if power_at(middle) < power {
            low = middle;
        } else {
            high = middle;
        }
    }
    // A level below the step of a double still is none of 1.
    let level = (1.0 - options.alpha).min(1.0 - f64::EPSILON / 2.0);
    let planned = usize::try_from(high).unwrap_or(usize::MAX);
    Ok(RequiredSize {
        basis: Basis::new(method, planned, planned)
            .alternative(options.alternative)
            .level(ConfidenceLevel::new(level)?),
        n: high,
        achieved: power_at(high),
    })
}
