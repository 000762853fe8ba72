use bangkom_domain::calendar::Period;
use bangkom_domain::results::CountPoint;
use bangkom_stats::ConfidenceLevel;
use bangkom_stats::series::{InterruptedCounts, RateFactor, SegmentedOptions, interrupted_counts};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::Ratio;
use super::effect::{AgainstCourse, LEAST, SEASONS, months_since};

/// The course of counts before a program, and what they were afterwards beyond that course.
///
/// A log-linear course of rates, so that it cannot lead below zero; errors allow for counts that
/// come in waves and for points that are related to those before them. Points that touch the time
/// of the program are left out. Time runs in months of 30.4375 days.
///
/// # References
/// Bernal, Cummins and Gasparrini 2017; `McCullagh` and Nelder 1989; Newey and West 1987.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountCourse {
    /// How many points lie before.
    pub points_before: u32,
    /// How many points lie after.
    pub points_after: u32,
    /// The ratio of rates one month apart, before.
    pub slope_before: RateFactor,
    /// The ratio to the course before at the first point after.
    pub level_change: RateFactor,
    /// The ratio to the course before over the points after.
    pub mean_effect: RateFactor,
    /// Pearson's statistic by its degrees of freedom: above 1 where events come in waves.
    pub dispersion: f64,
    /// Over how many points residuals may be related.
    pub lag: u32,
    /// Whether months of the year were told apart.
    pub seasonal: bool,
    /// The counts after, beside those that the course before leads to.
    pub after: Vec<AgainstCourse>,
}

/// Counts against their course before a time.
///
/// With other series, the events of those that have a point of the same period are what the counts
/// are set against: what moved all of them alike is then no effect. `None` with fewer than eight
/// points before or four after, or where no course can be fitted.
///
/// # Examples
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_domain::results::CountPoint;
/// use bangkom_evaluation::count_course;
/// use bangkom_stats::ConfidenceLevel;
/// use chrono::{Days, NaiveDate};
///
/// let first = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let week = |at: u64| {
///     let day = first + Days::new(7 * at);
///     let events = if at < 10 { 40 } else { 20 } + [1, -2, 3, 0, -1, 2][at as usize % 6];
///     let period = Period::new(day, day + Days::new(6)).unwrap();
///     CountPoint { period, events: events as u32, exposure: Some(500.0) }
/// };
/// let points: Vec<CountPoint> = (0..20).map(week).collect();
/// let training = Period::day(points[10].period.first());
/// let course = count_course(&points, &[], training, ConfidenceLevel::default()).unwrap();
/// assert!(course.mean_effect.ci.high < 0.7);
/// ```
pub fn count_course(
    points: &[CountPoint],
    others: &[&[CountPoint]],
    time: Period,
    level: ConfidenceLevel,
) -> Option<CountCourse> {
    let sound = |point: &&CountPoint| {
        let exposed = point.exposed();
        !point.period.overlaps(time) && exposed > 0.0 && exposed.is_finite()
    };
    let mut kept: Vec<(&CountPoint, f64)> = points
        .iter()
        .filter(sound)
        .filter_map(|point| Some((point, exposure(point, others)?)))
        .collect();
    kept.sort_by_key(|(point, _)| (point.period, point.events));
    let before = kept
        .iter()
        .filter(|(point, _)| point.period.last() < time.first())
        .count();
    if before < LEAST.0 || kept.len() - before < LEAST.1 {
        return None;
    }
    let many = kept.len() >= SEASONS;
    let seasonal = many.then(|| fit(&kept, before, true, level)).flatten();
    let (fitted, seasonal) = match seasonal {
        Some(fitted) => (fitted, true),
        None => (fit(&kept, before, false, level)?, false),
    };
    let pairs = kept[before..].iter().zip(&fitted.after);
    let after = pairs.map(|((point, _), it)| AgainstCourse {
        first_day: point.period.first(),
        value: f64::from(point.events),
        expected: it.counterfactual,
    });
    let course = CountCourse {
        points_before: before as u32,
        points_after: (kept.len() - before) as u32,
        after: after.collect(),
        slope_before: fitted.slope_before,
        level_change: fitted.level_change,
        mean_effect: fitted.mean_effect,
        dispersion: fitted.dispersion,
        lag: fitted.lag as u32,
        seasonal,
    };
    let sound = |it: &RateFactor| it.ci.high.is_finite() && it.ci.low.is_finite();
    let factors = [course.slope_before, course.level_change, course.mean_effect];
    factors.iter().all(sound).then_some(course)
}

/// What a count could have happened to: its exposure, times the rate of others in its period.
fn exposure(point: &CountPoint, others: &[&[CountPoint]]) -> Option<f64> {
    if others.is_empty() {
        return Some(point.exposed());
    }
    let same = others.iter().flat_map(|series| series.iter());
    let same = same.filter(|other| other.period == point.period && other.exposed() > 0.0);
    let (events, exposed) = same.fold((0.0, 0.0), |(events, exposed), other| {
        (events + f64::from(other.events), exposed + other.exposed())
    });
    let rate = events / exposed;
    (rate > 0.0 && rate.is_finite()).then(|| point.exposed() * rate)
}

fn fit(
    kept: &[(&CountPoint, f64)],
    before: usize,
    seasonal: bool,
    level: ConfidenceLevel,
) -> Option<InterruptedCounts> {
    let origin = kept.first()?.0.period.first();
    let firsts = || kept.iter().map(|(point, _)| point.period.first());
    let times: Vec<f64> = firsts().map(|day| months_since(origin, day)).collect();
    let counts: Vec<u64> = kept.iter().map(|(point, _)| point.events.into()).collect();
    let exposures: Vec<f64> = kept.iter().map(|(_, exposure)| *exposure).collect();
    let mut options = SegmentedOptions::default().level(level);
    if seasonal {
        let months: Vec<u32> = firsts().map(|day| day.month()).collect();
        options = options.seasons(&months);
    }
    interrupted_counts(&counts, &exposures, &times, times[before], &options).ok()
}

impl CountCourse {
    /// The mean effect as a ratio.
    pub(super) fn ratio(&self) -> Ratio {
        Ratio {
            value: Some(self.mean_effect.ratio),
            low: self.mean_effect.ci.low,
            high: Some(self.mean_effect.ci.high),
            p: self.mean_effect.p,
        }
    }
}
