use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::InstrumentKind;

use super::beside::beside;
use super::{GroupKind, Standing};
use crate::compare::occasions;
use crate::intake::{BatchInfo, Intake};
use crate::policy::EvaluationPolicy;

/// The places of batches by group.
pub(super) type Groups = BTreeMap<String, BTreeSet<usize>>;

/// Programs, providers, and the providers and instructors of each program, where there are two or
/// more.
pub(crate) fn standings(intake: &Intake<'_>, policy: &EvaluationPolicy) -> Vec<Standing> {
    let mut programs = Groups::new();
    let mut providers = Groups::new();
    let mut instructors = BTreeMap::<ProgramId, Groups>::new();
    let mut within = BTreeMap::<ProgramId, Groups>::new();
    for (at, batch) in intake.batches.iter().enumerate() {
        let program = &batch.program.id;
        programs.entry(program.to_string()).or_default().insert(at);
        let design = intake.designs.get(program);
        if let Some(provider) = design.and_then(|design| design.provider_of(&batch.batch.id)) {
            let own = within.entry(program.clone()).or_default();
            for groups in [&mut providers, own] {
                groups.entry(provider.to_owned()).or_default().insert(at);
            }
        }
        let sessions = batch.batch.sessions.iter();
        for instructor in sessions.flat_map(|session| &session.instructors) {
            let own = instructors.entry(program.clone()).or_default();
            own.entry(instructor.to_string()).or_default().insert(at);
        }
    }
    let changes: Vec<Vec<f64>> = intake
        .batches
        .iter()
        .map(|batch| changes(batch, intake))
        .collect();
    let mut all = beside((GroupKind::Program, None), &programs, &changes, policy);
    let everywhere = (GroupKind::Provider, None);
    all.extend(beside(everywhere, &providers, &changes, policy));
    for (kind, programs) in [
        (GroupKind::Provider, within),
        (GroupKind::Instructor, instructors),
    ] {
        for (program, groups) in programs {
            all.extend(beside((kind, Some(&program)), &groups, &changes, policy));
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
