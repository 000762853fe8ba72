use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::Direction;
use bangkom_domain::id::{IndicatorId, ProgramId, UnitId};
use bangkom_domain::results::CountPoint;
use bangkom_stats::counts::rate_ratio;
use bangkom_stats::distributions::normal;
use bangkom_stats::{ConfidenceLevel, Interval};
use serde::{Deserialize, Serialize};

use super::{CountCourse, Dispersion, ServiceReading};
use crate::compare::{
    Advice, Assumption, Because, Doubt, Estimate, MethodChoice, NoOpinion, SecondOpinion,
};

/// How often something happened, such as complaints, before and after a program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountChange {
    /// The program.
    pub program: ProgramId,
    /// The unit.
    pub unit: UnitId,
    /// What is counted.
    pub indicator: IndicatorId,
    /// Whether more is better.
    pub direction: Direction,
    /// Before and after.
    pub rates: Rates,
    /// Whether events come in waves, so that intervals of independent events are too narrow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispersion: Option<Dispersion>,
    /// The ratio with its error widened for waves; absent where events look independent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub widened: Option<Ratio>,
    /// The ratio beyond that of units without participants, its error widened for waves; absent
    /// without such units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_comparison: Option<Ratio>,
    /// The units compared with, ordered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparison: Vec<UnitId>,
    /// The counts against their course before; absent with too few points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<CountCourse>,
    /// The method, why, and what it says.
    pub advice: Advice,
    /// What sturdier methods say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sturdier: Vec<SecondOpinion>,
    /// Why none has a say; absent where one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
    /// What the method took for granted, and whether it holds.
    pub assumptions: Vec<Assumption>,
    /// How the best ratio at hand reads: beyond others before alone, against the course before
    /// without.
    pub reading: ServiceReading,
    /// What a reader should know beside the figures.
    pub doubts: Vec<Doubt>,
}

/// Events by exposure before and after a time.
///
/// # References
/// Przyborowski and Wilenski 1940, the exact interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rates {
    /// Events before.
    pub events_before: u64,
    /// What they could have happened to.
    pub exposure_before: f64,
    /// Events after.
    pub events_after: u64,
    /// What they could have happened to.
    pub exposure_after: f64,
    /// The rate after by the rate before; absent where nothing was counted on either side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<Ratio>,
}

/// A ratio of rates: 1 is no change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// The ratio; absent when nothing happened before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// The two-sided p-value.
    pub p: f64,
}

/// Rates before and after a time, with their exact ratio; points that touch it are left out.
///
/// # Examples
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_domain::results::CountPoint;
/// use bangkom_evaluation::count_rates;
/// use bangkom_stats::ConfidenceLevel;
/// use chrono::NaiveDate;
///
/// let month = |month: u32, events| {
///     let day = |day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
///     let period = Period::new(day(1), day(28)).unwrap();
///     CountPoint { period, events, exposure: Some(1_000.0) }
/// };
/// let points = [month(1, 15), month(2, 15), month(4, 9), month(5, 9)];
/// let training = month(3, 0).period;
/// let rates = count_rates(&points, training, ConfidenceLevel::default());
/// let ratio = rates.ratio.unwrap();
/// assert_eq!(ratio.value, Some(0.6));
/// assert!(ratio.high.is_some_and(|high| high > 1.0));
/// ```
pub fn count_rates(points: &[CountPoint], time: Period, level: ConfidenceLevel) -> Rates {
    let side = |keep: &dyn Fn(Period) -> bool| {
        let kept = points.iter().filter(|point| keep(point.period));
        let kept = kept.filter(|point| point.exposed() > 0.0 && point.exposed().is_finite());
        kept.fold((0_u64, 0.0), |(events, exposed), point| {
            (events + u64::from(point.events), exposed + point.exposed())
        })
    };
    let before = side(&|period| period.last() < time.first());
    let after = side(&|period| period.first() > time.last());
    Rates::of(before, after, level)
}

impl Rates {
    fn of(before: (u64, f64), after: (u64, f64), level: ConfidenceLevel) -> Self {
        let ratio = rate_ratio(before, after, level).ok().map(|it| Ratio {
            value: it.ratio,
            low: it.interval.low,
            high: Some(it.interval.high).filter(|high| high.is_finite()),
            p: it.p_central,
        });
        Self {
            events_before: before.0,
            exposure_before: before.1,
            events_after: after.0,
            exposure_after: after.1,
            ratio,
        }
    }

    /// The ratio beyond that of others, by the normal approximation of logarithms, the variance
    /// times a factor; `None` where a count is zero.
    ///
    /// # References
    /// Woolf 1955, the variance of a logarithm of a ratio.
    pub(super) fn beyond(
        &self,
        others: &Self,
        factor: f64,
        level: ConfidenceLevel,
    ) -> Option<Ratio> {
        let value = self.ratio?.value? / others.ratio?.value?;
        let counts = self.counts().into_iter().chain(others.counts());
        Ratio::normal(value, factor * of_logarithm(counts)?, level)
    }

    /// The ratio with the variance of its logarithm times a factor; `None` where a count is zero.
    pub(super) fn widened(&self, factor: f64, level: ConfidenceLevel) -> Option<Ratio> {
        let variance = factor * of_logarithm(self.counts().into_iter())?;
        Ratio::normal(self.ratio?.value?, variance, level)
    }

    fn counts(&self) -> [u64; 2] {
        [self.events_before, self.events_after]
    }

    /// The same rates with those of another unit added.
    pub(super) fn with(&self, other: &Self, level: ConfidenceLevel) -> Self {
        let before = (
            self.events_before + other.events_before,
            self.exposure_before + other.exposure_before,
        );
        let after = (
            self.events_after + other.events_after,
            self.exposure_after + other.exposure_after,
        );
        Self::of(before, after, level)
    }
}

/// The variance of the logarithm of a ratio of counts; none where one is zero.
fn of_logarithm(counts: impl Iterator<Item = u64>) -> Option<f64> {
    let parts: Vec<f64> = counts.map(|count| 1.0 / count as f64).collect();
    let variance: f64 = parts.iter().sum();
    variance.is_finite().then_some(variance)
}

impl Ratio {
    fn normal(value: f64, variance: f64, level: ConfidenceLevel) -> Option<Self> {
        let deviation = variance.sqrt();
        let reach = normal::quantile(1.0 - level.tail()).ok()? * deviation;
        let p = 2.0 * normal::sf(value.ln().abs() / deviation).ok()?;
        Some(Self {
            value: Some(value),
            low: value * (-reach).exp(),
            high: Some(value * reach.exp()).filter(|high| high.is_finite()),
            p: p.clamp(f64::MIN_POSITIVE, 1.0),
        })
    }

    /// The ratio as the headline of a method; without an estimate where an end is missing.
    pub(super) fn advice(ratio: Option<&Self>) -> Advice {
        let whole = ratio.and_then(|it| Some((it.value?, it.low, it.high?, it.p)));
        Advice {
            method: MethodChoice::RateRatio,
            because: vec![Because::Counts],
            estimate: whole.map(|(value, low, high, p)| Estimate {
                value,
                interval: Interval { low, high },
                p,
            }),
        }
    }

    /// How it reads, seen from the citizen.
    pub(super) fn reading(&self, direction: Direction, level: ConfidenceLevel) -> ServiceReading {
        let fewer = self.high.is_some_and(|high| high < 1.0);
        let more = self.low > 1.0;
        let rises_well = direction == Direction::HigherIsBetter;
        match (self.p <= level.alpha(), fewer, more) {
            (true, true, _) if rises_well => ServiceReading::Worse,
            (true, true, _) => ServiceReading::Better,
            (true, _, true) if rises_well => ServiceReading::Better,
            (true, _, true) => ServiceReading::Worse,
            _ => ServiceReading::Unclear,
        }
    }
}
