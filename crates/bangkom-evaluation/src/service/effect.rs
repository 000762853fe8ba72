use bangkom_domain::calendar::Period;
use bangkom_domain::results::ServicePoint;
use bangkom_stats::ConfidenceLevel;
use bangkom_stats::ranks::{RankSum, RankSumOptions, rank_sum};
use bangkom_stats::regression::Coefficient;
use bangkom_stats::series::{
    InterruptedSeries, MannKendall, RateFactor, SegmentedOptions, interrupted_series, mann_kendall,
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The least points before and after for a course to be told from a level.
pub(super) const LEAST: (usize, usize) = (8, 4);

/// From how many points months are told apart.
pub(super) const SEASONS: usize = 30;

/// The course of a series before a program, and what it was afterwards beyond that course.
///
/// Points that touch the time of the program are left out. Time runs in months of 30.4375 days.
/// Errors allow for points that are related to those before them (Newey and West).
///
/// # References
/// Bernal, Cummins and Gasparrini 2017; Newey and West 1987; Mann 1945; Sen 1968.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesEffect {
    /// How many points lie before.
    pub points_before: u32,
    /// How many points lie after.
    pub points_after: u32,
    /// The trend before, a month.
    pub slope_before: Coefficient,
    /// The jump at the first point after.
    pub level_change: Coefficient,
    /// By how much the trend changed, a month.
    pub slope_change: Coefficient,
    /// The mean effect over the points after, against the course before.
    pub mean_effect: Coefficient,
    /// What the course before leads to, at each point after.
    pub after: Vec<AgainstCourse>,
    /// Whether the course before leads below zero, where no figure is: it then says nothing of
    /// what would have been.
    pub impossible: bool,
    /// The mean effect as a ratio, of a course straight in logarithms, which cannot lead below
    /// zero; absent where a figure is not positive or others are taken off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_ratio: Option<RateFactor>,
    /// Points after beside those before, the median course of the points before taken off all of
    /// them, by ranks: a test that a few odd points do not decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranks: Option<RankSum>,
    /// Whether months of the year were told apart.
    pub seasonal: bool,
    /// Over how many points residuals may be related.
    pub lag: u32,
    /// Durbin and Watson's statistic: 2 without autocorrelation.
    pub durbin_watson: f64,
    /// The trend test of the points before; absent below four.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend_before: Option<MannKendall>,
}

/// One point after, beside what the course before leads to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgainstCourse {
    /// The first day of the point.
    pub first_day: NaiveDate,
    /// The figure.
    pub value: f64,
    /// What the course before leads to.
    pub expected: f64,
}

/// The effect of a time on a series, in the unit of the series.
///
/// With other series, the mean of those that have a point of the same period is taken off each
/// point first; what moved all of them alike is then no effect. `None` with fewer than eight
/// points before or four after, or where no course can be fitted.
///
/// # Examples
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_domain::results::ServicePoint;
/// use bangkom_evaluation::series_effect;
/// use bangkom_stats::ConfidenceLevel;
/// use chrono::{Days, NaiveDate};
///
/// let first = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let week = |at: u64, value: f64| {
///     let day = first + Days::new(7 * at);
///     let period = Period::new(day, day + Days::new(6)).unwrap();
///     ServicePoint { period, value, count: None }
/// };
/// let noise = [0.2, -0.3, 0.1, 0.0, -0.2, 0.3, -0.1];
/// let days = |at: u64| if at < 10 { 9.0 } else { 6.0 } + noise[at as usize % 7];
/// let points: Vec<ServicePoint> = (0..20).map(|at| week(at, days(at))).collect();
/// let training = Period::day(points[10].period.first());
/// let effect = series_effect(&points, &[], training, ConfidenceLevel::default()).unwrap();
/// assert!(effect.mean_effect.ci.high < -2.0);
/// ```
pub fn series_effect(
    points: &[ServicePoint],
    others: &[&[ServicePoint]],
    time: Period,
    level: ConfidenceLevel,
) -> Option<SeriesEffect> {
    let outside = |point: &&ServicePoint| !point.period.overlaps(time) && point.value.is_finite();
    let mut kept: Vec<(Period, f64)> = points
        .iter()
        .filter(outside)
        .filter_map(|point| Some((point.period, beyond(point, others)?)))
        .collect();
    kept.sort_by_key(|(period, _)| *period);
    let before = kept
        .iter()
        .filter(|(period, _)| period.last() < time.first())
        .count();
    if before < LEAST.0 || kept.len() - before < LEAST.1 {
        return None;
    }
    let fitted = fit(&kept, before, level, kept.len() >= SEASONS);
    let (fitted, seasonal) = match fitted {
        Some(fitted) => (fitted, kept.len() >= SEASONS),
        None => (fit(&kept, before, level, false)?, false),
    };
    let values: Vec<f64> = kept[..before].iter().map(|(_, value)| *value).collect();
    let effect = SeriesEffect {
        points_before: before as u32,
        points_after: (kept.len() - before) as u32,
        slope_before: fitted.slope_before,
        level_change: fitted.level_change,
        slope_change: fitted.slope_change,
        mean_effect: fitted.mean_effect,
        after: kept[before..]
            .iter()
            .zip(&fitted.after)
            .map(|((period, value), point)| AgainstCourse {
                first_day: period.first(),
                value: *value,
                expected: point.counterfactual,
            })
            .collect(),
        impossible: impossible(&kept, &fitted),
        log_ratio: log_ratio(&kept, before, others.is_empty(), seasonal, level),
        ranks: ranks(&kept, before, level),
        seasonal,
        lag: fitted.lag as u32,
        durbin_watson: fitted.durbin_watson,
        trend_before: mann_kendall(&values, level).ok(),
    };
    let coefficients = [
        &effect.slope_before,
        &effect.level_change,
        &effect.slope_change,
        &effect.mean_effect,
    ];
    let sound = |it: &&Coefficient| it.ci.low.is_finite() && it.ci.high.is_finite();
    coefficients.iter().all(sound).then(|| effect.clone())
}

/// The mean effect of a course that is straight in logarithms.
fn log_ratio(
    kept: &[(Period, f64)],
    before: usize,
    alone: bool,
    seasonal: bool,
    level: ConfidenceLevel,
) -> Option<RateFactor> {
    let positive = kept.iter().all(|(_, value)| *value > 0.0);
    if !alone || !positive {
        return None;
    }
    let logarithms = kept.iter().map(|(period, value)| (*period, value.ln()));
    let fitted = fit(&logarithms.collect::<Vec<_>>(), before, level, seasonal)?;
    let factor = RateFactor::of(fitted.mean_effect);
    factor.ci.high.is_finite().then_some(factor)
}

/// Points after against points before, once Sen's slope of those before is taken off.
fn ranks(kept: &[(Period, f64)], before: usize, level: ConfidenceLevel) -> Option<RankSum> {
    let values: Vec<f64> = kept.iter().map(|(_, value)| *value).collect();
    let slope = mann_kendall(&values[..before], level).ok()?.slope;
    let level_off = |(at, value): (usize, &f64)| value - slope * at as f64;
    let flat: Vec<f64> = values.iter().enumerate().map(level_off).collect();
    let options = RankSumOptions::default().level(level);
    rank_sum(&flat[..before], &flat[before..], &options).ok()
}

/// Months of 30.4375 days from one day to another.
pub(super) fn months_since(origin: NaiveDate, day: NaiveDate) -> f64 {
    (day - origin).num_days() as f64 / 30.4375
}

/// Whether a course leads below zero though no figure is.
fn impossible(kept: &[(Period, f64)], fitted: &InterruptedSeries) -> bool {
    let never_below = kept.iter().all(|(_, value)| *value >= 0.0);
    never_below && fitted.after.iter().any(|point| point.counterfactual < 0.0)
}

fn fit(
    kept: &[(Period, f64)],
    before: usize,
    level: ConfidenceLevel,
    seasonal: bool,
) -> Option<InterruptedSeries> {
    let origin = kept.first()?.0.first();
    let times: Vec<f64> = kept
        .iter()
        .map(|(period, _)| months_since(origin, period.first()))
        .collect();
    let values: Vec<f64> = kept.iter().map(|(_, value)| *value).collect();
    let mut options = SegmentedOptions::default();
    options.level = level;
    if seasonal {
        let seasons: Vec<u32> = kept
            .iter()
            .map(|(period, _)| period.first().month())
            .collect();
        options = options.seasons(&seasons);
    }
    interrupted_series(&values, &times, times[before], &options).ok()
}

/// The point beyond the mean of the others of its period; the point itself without others.
pub(super) fn beyond(point: &ServicePoint, others: &[&[ServicePoint]]) -> Option<f64> {
    if others.is_empty() {
        return Some(point.value);
    }
    let same = others.iter().filter_map(|series| {
        let mut own = series.iter().filter(|other| other.period == point.period);
        own.next().map(|other| other.value)
    });
    let values: Vec<f64> = same.filter(|value| value.is_finite()).collect();
    let mean = bangkom_stats::Moments::of(&values).mean()?;
    Some(point.value - mean)
}
