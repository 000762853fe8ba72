use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::{IndicatorId, ProgramId, UnitId};
use bangkom_domain::results::{ServicePoint, ServiceSeries};
use bangkom_domain::roster::Roster;
use bangkom_stats::Moments;

use super::difference::Part;
use super::effect::{SeriesEffect, series_effect};
use super::opinions::{of_course, of_points};
use super::windows::{Windows, windows};
use super::{Difference, ServiceChange, ServiceReading};
use crate::compare::{
    Advice, Assumed, Assumption, AssumptionState, Because, Doubt, Estimate, MethodChoice,
    NoOpinion, disagree,
};
use crate::intake::Intake;
use crate::policy::EvaluationPolicy;

/// The changes of every series of a unit with participants, by program, indicator and unit.
pub(crate) fn services(
    intake: &Intake<'_>,
    roster: &Roster,
    policy: &EvaluationPolicy,
) -> Vec<ServiceChange> {
    let programs: BTreeSet<&ProgramId> =
        intake.batches.iter().map(|info| &info.program.id).collect();
    let mut all = Vec::new();
    for program in programs {
        let windows = windows(program, intake, roster, policy.as_of);
        for ((indicator, unit), (series, points)) in &intake.series {
            if let Some(window) = windows.get(unit) {
                let others = others(indicator, series, intake, &windows);
                all.push(change(program, series, points, *window, &others, policy));
            }
        }
    }
    all
}

pub(super) type Other<'a> = (&'a UnitId, &'a [&'a ServicePoint]);

/// Series of the same figure of units without any participant.
fn others<'a>(
    indicator: &IndicatorId,
    series: &ServiceSeries,
    intake: &'a Intake<'_>,
    windows: &Windows<'_>,
) -> Vec<Other<'a>> {
    let alike = |other: &ServiceSeries| {
        other.measured_in == series.measured_in && other.direction == series.direction
    };
    intake
        .series
        .iter()
        .filter(|((of, unit), (other, _))| {
            **of == *indicator && !windows.contains_key(unit) && alike(other)
        })
        .map(|((_, unit), (_, points))| (*unit, points.as_slice()))
        .collect()
}

fn change(
    program: &ProgramId,
    series: &ServiceSeries,
    points: &[&ServicePoint],
    window: Period,
    others: &[Other<'_>],
    policy: &EvaluationPolicy,
) -> ServiceChange {
    let (before, after) = sides(points, window);
    let own = |weight: f64| {
        [
            Part {
                points: after,
                weight,
            },
            Part {
                points: before,
                weight: -weight,
            },
        ]
    };
    let change = Difference::of(&own(1.0), policy.level);
    let compared = compared(others, window);
    let against = against(&own(1.0), &compared, policy);
    let (course, against_course) = courses(points, others, window, policy);
    let alone = against.is_none() && against_course.is_none();
    let possible = course.as_ref().filter(|course| !course.impossible);
    let headline = against_course.as_ref().or(possible);
    let means = against.or(change);
    let beside: &[Other<'_>] = if against.is_some() { others } else { &[] };
    let sturdier = headline.map_or_else(
        || of_points(points, beside, window, means.as_ref(), policy.level),
        |course| of_course(course, policy.level),
    );
    let no_opinion = NoOpinion::unless(&sturdier, || NoOpinion::of_sums(means.is_some()));
    let mut doubts = doubts(course.as_ref(), before.n() + after.n(), alone);
    doubts.extend(disagree(&sturdier).then_some(Doubt::SturdierDisagrees));
    let mut result = ServiceChange {
        program: program.clone(),
        unit: series.unit.clone(),
        indicator: series.indicator.clone(),
        measured_in: series.measured_in.clone(),
        direction: series.direction,
        points_before: before.n() as u32,
        points_after: after.n() as u32,
        mean_before: before.mean(),
        mean_after: after.mean(),
        change,
        against_comparison: against,
        comparison: compared.iter().map(|(unit, ..)| (*unit).clone()).collect(),
        reading: ServiceReading::Unclear,
        doubts,
        advice: advice(headline),
        sturdier,
        no_opinion,
        assumptions: assumptions(course.as_ref(), alone),
        course,
        against_course,
    };
    result.reading = ServiceReading::new(result.best().as_ref(), series.direction);
    result
}

/// Units with points on both sides.
fn compared<'a>(others: &[Other<'a>], window: Period) -> Vec<(&'a UnitId, Moments, Moments)> {
    let both = others
        .iter()
        .map(|(unit, points)| (*unit, sides(points, window)));
    both.filter(|(_, (before, after))| before.n() > 0 && after.n() > 0)
        .map(|(unit, (before, after))| (unit, before, after))
        .collect()
}

/// The change beyond the mean change of the units compared with.
fn against(
    own: &[Part; 2],
    compared: &[(&UnitId, Moments, Moments)],
    policy: &EvaluationPolicy,
) -> Option<Difference> {
    if compared.is_empty() {
        return None;
    }
    let weight = 1.0 / compared.len() as f64;
    let theirs = compared.iter().flat_map(|(_, before, after)| {
        let part = |points: &Moments, weight| Part {
            points: *points,
            weight,
        };
        [part(after, -weight), part(before, weight)]
    });
    let parts: Vec<Part> = own.iter().copied().chain(theirs).collect();
    Difference::of(&parts, policy.level)
}

/// The course of the series, alone and beside those of other units.
fn courses(
    points: &[&ServicePoint],
    others: &[Other<'_>],
    window: Period,
    policy: &EvaluationPolicy,
) -> (Option<SeriesEffect>, Option<SeriesEffect>) {
    let own: Vec<ServicePoint> = points.iter().map(|point| (*point).clone()).collect();
    let theirs: Vec<Vec<ServicePoint>> = others
        .iter()
        .map(|(_, points)| points.iter().map(|point| (*point).clone()).collect())
        .collect();
    let theirs: Vec<&[ServicePoint]> = theirs.iter().map(Vec::as_slice).collect();
    let alone = series_effect(&own, &[], window, policy.level);
    let beside = (!theirs.is_empty()).then(|| series_effect(&own, &theirs, window, policy.level));
    (alone, beside.flatten())
}

/// What the comparison of a series takes for granted.
fn assumptions(course: Option<&SeriesEffect>, alone: bool) -> Vec<Assumption> {
    let goes_on = course.map(|course| {
        let unknown = Assumption::unknown(Assumed::CourseGoesOn);
        let state = if course.impossible {
            AssumptionState::Fails
        } else {
            unknown.state
        };
        Assumption { state, ..unknown }
    });
    let other = Assumption::unknown(if alone {
        Assumed::NothingElse
    } else {
        Assumed::ParallelChange
    });
    goes_on.into_iter().chain([other]).collect()
}

/// The mean effect against the course, as the headline.
fn advice(effect: Option<&SeriesEffect>) -> Option<Advice> {
    let mean = &effect?.mean_effect;
    Some(Advice {
        method: MethodChoice::InterruptedSeries,
        because: vec![Because::ManyPoints],
        estimate: Some(Estimate {
            value: mean.estimate,
            interval: mean.ci,
            p: mean.p,
        }),
    })
}

fn doubts(course: Option<&SeriesEffect>, points: u64, alone: bool) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if let Some(course) = course {
        let trend = course.trend_before.as_ref();
        if trend.is_some_and(|trend| trend.p <= 0.05) {
            doubts.push(Doubt::TrendBefore);
        }
        if course.impossible {
            doubts.push(Doubt::ImpossibleCourse);
            doubts.push(Doubt::DependentPoints);
        }
    } else {
        doubts.push(Doubt::DependentPoints);
        doubts.push(Doubt::FewPoints {
            points: points as u32,
        });
    }
    if alone {
        doubts.push(Doubt::NoComparison);
    }
    doubts
}

/// The points that end before the window and those that begin after it.
fn sides(points: &[&ServicePoint], window: Period) -> (Moments, Moments) {
    let values = |keep: &dyn Fn(&ServicePoint) -> bool| {
        let kept: Vec<f64> = points
            .iter()
            .filter(|point| keep(point))
            .map(|point| point.value)
            .collect();
        Moments::of(&kept)
    };
    (
        values(&|point| point.period.last() < window.first()),
        values(&|point| point.period.first() > window.last()),
    )
}
