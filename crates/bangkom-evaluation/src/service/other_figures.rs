use std::collections::BTreeSet;

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::{CaseLog, CountSeries, SatisfactionWave, ServiceCase};
use bangkom_domain::roster::Roster;

use super::count_change::count_change;
use super::windows::{Windows, windows};
use super::{CaseChange, CountChange, SatisfactionChange, case_times_beside, survey_change};
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
        let others = intake.service.cases.iter();
        let others: Vec<&CaseLog> = others
            .filter(|other| other.service == log.service && !windows.contains_key(&other.unit))
            .collect();
        let cases: Vec<&[ServiceCase]> = others.iter().map(|it| it.cases.as_slice()).collect();
        let (target, day, level) = (log.target_days, policy.as_of, policy.level);
        Some(CaseChange {
            program: program.clone(),
            unit: log.unit.clone(),
            service: log.service.clone(),
            times: case_times_beside(&log.cases, &cases, target, window, day, level),
            comparison: others.iter().map(|other| other.unit.clone()).collect(),
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
        let window = *windows.get(&one.unit)?;
        let alike = intake.service.counts.iter().filter(|other| {
            other.indicator == one.indicator
                && other.direction == one.direction
                && !windows.contains_key(&other.unit)
        });
        let others: Vec<&CountSeries> = alike.collect();
        Some(count_change(program, one, &others, window, policy.level))
    });
    changes.collect()
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
        let survey = survey_change(&own, window, policy.level)?;
        Some(SatisfactionChange::new(
            program.clone(),
            unit.clone(),
            survey,
        ))
    });
    changes.collect()
}
