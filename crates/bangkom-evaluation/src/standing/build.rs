use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::InstrumentKind;
use bangkom_stats::multiplicity::{Adjustment, adjust_p_values};
use bangkom_stats::two_sample::{TwoSampleT, welch};
use bangkom_stats::{Moments, TestOptions};

use super::{GroupKind, Standing, StandingReading};
use crate::compare::{hide_small_rest, occasions};
use crate::intake::{BatchInfo, Intake};
use crate::policy::EvaluationPolicy;

/// The least pairs of a group that is set beside others.
const LEAST: u32 = 10;

/// Changes of people by group.
type Groups = BTreeMap<String, Vec<f64>>;

/// Programs, providers, and the providers and instructors of each program, where there are two or
/// more.
pub(crate) fn standings(intake: &Intake<'_>, policy: &EvaluationPolicy) -> Vec<Standing> {
    let mut programs = Groups::new();
    let mut providers = Groups::new();
    let mut instructors = BTreeMap::<ProgramId, Groups>::new();
    let mut within = BTreeMap::<ProgramId, Groups>::new();
    for batch in &intake.batches {
        let changes = changes(batch, intake);
        let program = &batch.program.id;
        programs
            .entry(program.to_string())
            .or_default()
            .extend(&changes);
        let design = intake.designs.get(program);
        if let Some(provider) = design.and_then(|design| design.provider_of(&batch.batch.id)) {
            let own = within.entry(program.clone()).or_default();
            for groups in [&mut providers, own] {
                let group = groups.entry(provider.to_owned()).or_default();
                group.extend(&changes);
            }
        }
        let sessions = batch.batch.sessions.iter();
        let taught: BTreeSet<_> = sessions.flat_map(|session| &session.instructors).collect();
        for instructor in taught {
            let own = instructors.entry(program.clone()).or_default();
            own.entry(instructor.to_string())
                .or_default()
                .extend(&changes);
        }
    }
    let mut all = beside(GroupKind::Program, None, &programs, policy);
    all.extend(beside(GroupKind::Provider, None, &providers, policy));
    for (kind, programs) in [
        (GroupKind::Provider, within),
        (GroupKind::Instructor, instructors),
    ] {
        for (program, groups) in programs {
            all.extend(beside(kind, Some(&program), &groups, policy));
        }
    }
    all
}

/// The changes of attenders on the tests of a batch, as shares of the scale.
fn changes(batch: &BatchInfo<'_>, intake: &Intake<'_>) -> Vec<f64> {
    let tests = [InstrumentKind::KnowledgeTest, InstrumentKind::SkillTest];
    let own = intake.instruments.values().filter(|info| {
        info.instrument.program == batch.program.id && tests.contains(&info.instrument.kind)
    });
    let of_test = own.flat_map(|info| {
        let scale = info.instrument.scale;
        let people = occasions(batch, &info.instrument.id, &intake.scores);
        let people = people.into_iter().filter(|one| one.attended);
        people
            .filter_map(move |one| Some((one.after? - one.before?) / (scale.high() - scale.low())))
    });
    of_test.collect()
}

fn beside(
    kind: GroupKind,
    within: Option<&ProgramId>,
    groups: &Groups,
    policy: &EvaluationPolicy,
) -> Vec<Standing> {
    if groups.len() < 2 {
        return Vec::new();
    }
    let counts: Vec<u32> = groups
        .values()
        .map(|changes| changes.len() as u32)
        .collect();
    let shown = hide_small_rest(&counts, policy.min_group.max(LEAST));
    let tests: Vec<Option<TwoSampleT>> = groups
        .iter()
        .zip(&shown)
        .map(|((name, own), shown)| {
            let others = groups.iter().filter(|(other, _)| *other != name);
            let others: Vec<f64> = others.flat_map(|(_, changes)| changes.clone()).collect();
            let options = TestOptions::default().level(policy.level);
            shown.then(|| welch(&others, own, &options).ok()).flatten()
        })
        .collect();
    let given: Vec<f64> = tests.iter().flatten().map(|test| test.p_two).collect();
    let adjusted = adjust_p_values(&given, Adjustment::Holm).unwrap_or(given);
    let mut adjusted = adjusted.into_iter();
    let rows = groups.iter().zip(shown).zip(tests);
    rows.map(|(((name, own), shown), test)| {
        let p_adjusted = test.as_ref().and_then(|_| adjusted.next());
        Standing {
            kind,
            within: within.cloned(),
            group: name.clone(),
            people: own.len() as u32,
            mean_change: Moments::of(own).mean().filter(|_| shown),
            difference: test.as_ref().map(|test| test.mean_diff),
            interval: test.as_ref().map(|test| test.ci),
            reading: reading(shown, test.as_ref().zip(p_adjusted), policy),
            p_adjusted,
        }
    })
    .collect()
}

fn reading(
    shown: bool,
    test: Option<(&TwoSampleT, f64)>,
    policy: &EvaluationPolicy,
) -> StandingReading {
    match test {
        _ if !shown => StandingReading::Suppressed,
        Some((test, p)) if p <= policy.level.alpha() && test.mean_diff > 0.0 => {
            StandingReading::Above
        }
        Some((test, p)) if p <= policy.level.alpha() && test.mean_diff < 0.0 => {
            StandingReading::Below
        }
        _ => StandingReading::Alike,
    }
}
