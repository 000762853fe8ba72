use std::collections::BTreeSet;

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::{CountSeries, SatisfactionWave};
use bangkom_domain::roster::Roster;

use super::windows::{Windows, windows};
use super::{CaseChange, CountChange, Rates, Ratio, SatisfactionChange};
use super::{case_times, count_rates, survey_change};
use crate::compare::Doubt;
use crate::intake::Intake;
use crate::policy::EvaluationPolicy;

/// Cases, counts and surveys of units with participants.
#[derive(Default)]
pub(crate) struct OtherFigures {
    pub cases: Vec<CaseChange>,
    pub counts: Vec<CountChange>,
    pub satisfaction: Vec<SatisfactionChange>,
}

/// Their changes, by program, unit and what is measured.
pub(crate) fn other_figures(
    intake: &Intake<'_>,
    roster: &Roster,
    policy: &EvaluationPolicy,
) -> OtherFigures {
    let programs: BTreeSet<&ProgramId> =
        intake.batches.iter().map(|info| &info.program.id).collect();
    let mut all = OtherFigures::default();
    for program in programs {
        let windows = windows(program, intake, roster, policy.as_of);
        all.cases.extend(cases(program, &windows, intake, policy));
        all.counts.extend(counts(program, &windows, intake, policy));
        all.satisfaction
            .extend(surveys(program, &windows, intake, policy));
    }
    all
}

fn cases(
    program: &ProgramId,
    windows: &Windows<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<CaseChange> {
    let logs = intake.service.cases.iter();
    let changes = logs.filter_map(|log| {
        let window = *windows.get(&log.unit)?;
        let (day, level) = (policy.as_of, policy.level);
        Some(CaseChange {
            program: program.clone(),
            unit: log.unit.clone(),
            service: log.service.clone(),
            times: case_times(&log.cases, log.target_days, window, day, level),
        })
    });
    changes.collect()
}

fn counts(
    program: &ProgramId,
    windows: &Windows<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<CountChange> {
    let series = intake.service.counts.iter();
    let changes = series.filter_map(|one| {
        let rates = count_rates(&one.points, *windows.get(&one.unit)?, policy.level);
        let others = others(one, windows, intake, policy);
        let against = others.and_then(|others| rates.beyond(&others, policy.level));
        let best = against.or(rates.ratio);
        let mut doubts = Vec::new();
        if against.is_none() {
            doubts.push(Doubt::NoComparison);
        }
        Some(CountChange {
            program: program.clone(),
            unit: one.unit.clone(),
            indicator: one.indicator.clone(),
            direction: one.direction,
            advice: Ratio::advice(best.as_ref()),
            rates,
            against_comparison: against,
            reading: best.map_or(super::ServiceReading::Unclear, |ratio| {
                ratio.reading(one.direction, policy.level)
            }),
            doubts,
        })
    });
    changes.collect()
}

/// The rates of all units without participants that count the same.
fn others(
    one: &CountSeries,
    windows: &Windows<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Option<Rates> {
    let window = *windows.get(&one.unit)?;
    let alike = intake.service.counts.iter().filter(|other| {
        other.indicator == one.indicator
            && other.direction == one.direction
            && !windows.contains_key(&other.unit)
    });
    let rates = alike.map(|other| count_rates(&other.points, window, policy.level));
    rates.reduce(|all, rates| all.with(&rates, policy.level))
}

fn surveys(
    program: &ProgramId,
    windows: &Windows<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<SatisfactionChange> {
    let waves = &intake.service.satisfaction;
    let units: BTreeSet<_> = waves.iter().map(|wave| &wave.unit).collect();
    let changes = units.into_iter().filter_map(|unit| {
        let window = *windows.get(unit)?;
        let own = waves.iter().filter(|wave| wave.unit == *unit).cloned();
        let own: Vec<SatisfactionWave> = own.collect();
        Some(SatisfactionChange {
            program: program.clone(),
            unit: unit.clone(),
            survey: survey_change(&own, window, policy.level)?,
        })
    });
    changes.collect()
}
