use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{BatchId, ProgramId, UnitId};
use bangkom_domain::results::{InstrumentKind, Occasion};
use bangkom_domain::roster::Roster;
use bangkom_stats::gain::reliable_change;

use super::{Learning, Retention};
use crate::compare::{Comparison, Participant, hide_small_rest};
use crate::intake::{InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;
use crate::study::{Study, steps};

/// What was learned, by program with a batch.
pub(crate) fn learning(
    intake: &Intake<'_>,
    roster: &Roster,
    policy: &EvaluationPolicy,
) -> BTreeMap<ProgramId, Vec<Learning>> {
    let programs: BTreeSet<&ProgramId> =
        intake.batches.iter().map(|info| &info.program.id).collect();
    let mut all = BTreeMap::new();
    for program in programs {
        let tests = intake.instruments.values().filter(|info| {
            let kind = info.instrument.kind;
            let test = [InstrumentKind::KnowledgeTest, InstrumentKind::SkillTest].contains(&kind);
            test && info.instrument.program == *program
        });
        let learned = tests.flat_map(|test| of_instrument(program, test, intake, roster, policy));
        all.insert(program.clone(), learned.collect());
    }
    all
}

/// The whole program first, then its batches, its agencies, and later occasions.
fn of_instrument(
    program: &ProgramId,
    test: &InstrumentInfo<'_>,
    intake: &Intake<'_>,
    roster: &Roster,
    policy: &EvaluationPolicy,
) -> Vec<Learning> {
    let study = Study::new(program, test, &intake.scores, intake, policy);
    let everybody = study.everybody();
    let mut steps = steps(&everybody).into_iter();
    let Some(main) = steps.next() else {
        return Vec::new();
    };
    let learned = |batch: Option<BatchId>, unit: Option<UnitId>, step, change| {
        let (from, to) = step;
        Learning {
            instrument: test.instrument.id.clone(),
            batch,
            unit,
            from,
            to,
            change,
            detectable: None,
            retention: None,
        }
    };
    let mut whole = learned(
        None,
        None,
        main,
        study.compare(&everybody, main, true, policy),
    );
    whole.detectable = detectable(test, &everybody, policy);
    whole.retention = Retention::of(&everybody, test.mastery, policy.min_group);
    let mut all = vec![whole];
    let batches = study.parts.iter();
    let batches = batches.map(|(info, people)| (info.batch.id.clone(), people.clone()));
    let batches = parts(batches.collect(), &study, main, policy);
    all.extend(batches.map(|(id, change)| learned(Some(id), None, main, change)));
    let agencies = by_agency(&everybody, roster);
    if agencies.len() > 1 {
        let agencies = parts(agencies, &study, main, policy);
        all.extend(agencies.map(|(id, change)| learned(None, Some(id), main, change)));
    }
    all.extend(steps.map(|step| {
        let change = study.compare(&everybody, step, true, policy);
        learned(None, None, step, change)
    }));
    all
}

/// The figures of each part, those hidden from which others could be found.
fn parts<K>(
    parts: Vec<(K, Vec<Participant>)>,
    study: &Study<'_>,
    step: (Occasion, Occasion),
    policy: &EvaluationPolicy,
) -> impl Iterator<Item = (K, Comparison)> {
    let compare =
        |(id, people): (K, Vec<Participant>)| (id, study.compare(&people, step, false, policy));
    let changes: Vec<(K, Comparison)> = parts.into_iter().map(compare).collect();
    let counts: Vec<u32> = changes.iter().map(|(_, change)| change.flow.both).collect();
    let shown = hide_small_rest(&counts, policy.min_group);
    changes.into_iter().zip(shown).map(|((id, change), shown)| {
        let change = if shown { change } else { change.suppressed() };
        (id, change)
    })
}

/// The people of each agency, by agency.
fn by_agency(everybody: &[Participant], roster: &Roster) -> Vec<(UnitId, Vec<Participant>)> {
    let mut agencies = BTreeMap::<UnitId, Vec<Participant>>::new();
    for one in everybody {
        if let Some(employee) = roster.employee(one.person) {
            let agency = roster.units().agency_of(&employee.unit);
            let agency = agency.unwrap_or(&employee.unit).clone();
            agencies.entry(agency).or_default().push(one.clone());
        }
    }
    agencies.into_iter().collect()
}

/// The least change of one person beyond measurement error.
fn detectable(
    test: &InstrumentInfo<'_>,
    everybody: &[Participant],
    policy: &EvaluationPolicy,
) -> Option<f64> {
    let column = |score: fn(&Participant) -> Option<f64>| -> Vec<f64> {
        let scores = everybody.iter().map(score);
        scores.map(|score| score.unwrap_or(f64::NAN)).collect()
    };
    let (pre, post) = (column(|one| one.before), column(|one| one.after));
    let pairs = pre
        .iter()
        .zip(&post)
        .filter(|(a, b)| !a.is_nan() && !b.is_nan());
    if (pairs.count() as u32) < policy.min_group {
        return None;
    }
    let change = reliable_change(&pre, &post, test.reliability?, policy.reliable_level);
    change.ok().map(|change| change.minimal_detectable_change)
}
