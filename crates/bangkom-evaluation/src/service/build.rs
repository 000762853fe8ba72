use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{IndicatorId, ProgramId, UnitId};
use bangkom_domain::results::{ServicePoint, ServiceSeries};
use bangkom_domain::roster::Roster;
use bangkom_stats::Moments;
use chrono::NaiveDate;

use super::difference::Part;
use super::{Difference, ServiceChange, ServiceReading};
use crate::compare::Doubt;
use crate::intake::Intake;
use crate::policy::EvaluationPolicy;

/// The first and the last day of the batches in which people of a unit took part.
type Windows<'a> = BTreeMap<&'a UnitId, (NaiveDate, NaiveDate)>;

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

/// The units of attenders, and all above them, with the days of their batches.
fn windows<'a>(
    program: &ProgramId,
    intake: &Intake<'_>,
    roster: &'a Roster,
    as_of: NaiveDate,
) -> Windows<'a> {
    let mut windows = Windows::new();
    let over = intake
        .batches
        .iter()
        .filter(|info| info.program.id == *program);
    for info in over.filter(|info| info.is_over(as_of)) {
        let (Some(first), Some(last)) = (info.first_day(), info.last_day()) else {
            continue;
        };
        let people = info
            .attended
            .iter()
            .filter_map(|person| roster.employee(*person));
        for unit in people.map(|employee| &employee.unit) {
            for unit in std::iter::once(unit).chain(roster.units().ancestors(unit)) {
                let window = windows.entry(unit).or_insert((first, last));
                *window = (window.0.min(first), window.1.max(last));
            }
        }
    }
    windows
}

type Other<'a> = (&'a UnitId, &'a [&'a ServicePoint]);

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
    window: (NaiveDate, NaiveDate),
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
    let compared: Vec<(&UnitId, Moments, Moments)> = others
        .iter()
        .map(|(unit, points)| (*unit, sides(points, window)))
        .filter(|(_, (before, after))| before.n() > 0 && after.n() > 0)
        .map(|(unit, (before, after))| (unit, before, after))
        .collect();
    let against = (!compared.is_empty()).then(|| {
        let weight = 1.0 / compared.len() as f64;
        let theirs = compared.iter().flat_map(|(_, before, after)| {
            [
                Part {
                    points: *after,
                    weight: -weight,
                },
                Part {
                    points: *before,
                    weight,
                },
            ]
        });
        let parts: Vec<Part> = own(1.0).into_iter().chain(theirs).collect();
        Difference::of(&parts, policy.level)
    });
    let against = against.flatten();
    let mut doubts = vec![Doubt::DependentPoints];
    if against.is_none() {
        doubts.push(Doubt::NoComparison);
    }
    ServiceChange {
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
        reading: ServiceReading::new(against.as_ref().or(change.as_ref()), series.direction),
        doubts,
    }
}

/// The points that end before the window and those that begin after it.
fn sides(points: &[&ServicePoint], (first, last): (NaiveDate, NaiveDate)) -> (Moments, Moments) {
    let values = |keep: &dyn Fn(&ServicePoint) -> bool| {
        let kept: Vec<f64> = points
            .iter()
            .filter(|point| keep(point))
            .map(|point| point.value)
            .collect();
        Moments::of(&kept)
    };
    (
        values(&|point| point.period.last() < first),
        values(&|point| point.period.first() > last),
    )
}
