use bangkom_stats::attrition::{
    AttritionRates, Dropouts, LeeBounds, MonotoneMean, attrition_rates, dropouts, lee_bounds,
    monotone_mean, worst_case_bounds,
};
use bangkom_stats::{ConfidenceLevel, Interval, Moments, TestOptions};
use serde::{Deserialize, Serialize};

use super::{Measured, Scale};

/// What the scores that are missing could change.
///
/// # References
/// Manski 1990, bounds without assumption; Anderson 1957, the mean if losses depend on the first
/// score only; Lee 2009; What Works Clearinghouse 2020, overall and differential attrition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Losses {
    /// How many have a first score and no second.
    pub lost: u32,
    /// Their share of those with a first score, 0 to 1.
    pub share: f64,
    /// First scores of the lost against the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Dropouts>,
    /// The mean change of all, if who was lost depends on the first score alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_of_all: Option<MonotoneMean>,
    /// Bounds of the mean change of all that hold whatever the lost would have scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Interval>,
    /// Losses with and without the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_group: Option<AttritionRates>,
    /// Bounds of the difference of second scores, with and without the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lee: Option<LeeBounds>,
}

impl Losses {
    /// The losses; none where everybody with a first score has a second.
    pub(super) fn of(measured: &Measured<'_>, level: ConfidenceLevel) -> Option<Self> {
        let own = Started::of(measured.first, measured.second);
        let other = measured
            .compared
            .map(|other| Started::of(other.first, other.second))
            .filter(|other| !other.first.is_empty());
        if own.lost() + other.as_ref().map_or(0, Started::lost) == 0 || own.first.is_empty() {
            return None;
        }
        let options = TestOptions::default().level(level);
        let counts = |it: &Started| {
            let formed = it.first.len() as u64;
            (formed, formed - it.lost() as u64)
        };
        Some(Self {
            lost: own.lost() as u32,
            share: own.lost() as f64 / own.first.len() as f64,
            start: dropouts(&own.first, &own.second, &options).ok(),
            change_of_all: monotone_mean(&own.first, &own.second, level).ok(),
            bounds: measured.scale.and_then(|scale| bounds(&own, scale)),
            by_group: other
                .as_ref()
                .and_then(|other| attrition_rates(counts(other), counts(&own)).ok()),
            lee: other.and_then(|other| lee_bounds(&other.second, &own.second).ok()),
        })
    }
}

/// Everybody with a first score.
struct Started {
    first: Vec<f64>,
    second: Vec<f64>,
}

impl Started {
    fn of(first: &[f64], second: &[f64]) -> Self {
        let started = first
            .iter()
            .zip(second)
            .filter(|(first, _)| !first.is_nan());
        let (first, second) = started.unzip();
        Self { first, second }
    }

    fn lost(&self) -> usize {
        self.second.iter().filter(|score| score.is_nan()).count()
    }
}

fn bounds(own: &Started, scale: Scale) -> Option<Interval> {
    let ends = Interval {
        low: scale.low(),
        high: scale.high(),
    };
    let second = worst_case_bounds(&own.second, ends).ok()?;
    let first = Moments::of(&own.first).mean()?;
    Some(Interval {
        low: second.low - first,
        high: second.high - first,
    })
}
