use std::collections::BTreeSet;

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::{InstrumentKind, Occasion};

use super::{Learning, ProgramEvaluation, Verdict};
use crate::compare::{Comparison, Participant, Scale, hide_small_rest, occasions};
use crate::intake::{BatchInfo, InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;

/// The figures of every program with a batch, by program.
pub(crate) fn learning(intake: &Intake<'_>, policy: &EvaluationPolicy) -> Vec<ProgramEvaluation> {
    let programs: BTreeSet<&ProgramId> =
        intake.batches.iter().map(|info| &info.program.id).collect();
    programs
        .into_iter()
        .map(|program| {
            let tests = intake.instruments.values().filter(|info| {
                let kind = info.instrument.kind;
                let test =
                    [InstrumentKind::KnowledgeTest, InstrumentKind::SkillTest].contains(&kind);
                test && info.instrument.program == *program
            });
            let learning: Vec<Learning> = tests
                .flat_map(|test| of_instrument(program, test, intake, policy))
                .collect();
            let verdict = Verdict::new(&learning, policy);
            ProgramEvaluation {
                program: program.clone(),
                learning,
                verdict,
            }
        })
        .collect()
}

/// The whole program first, then its batches.
fn of_instrument(
    program: &ProgramId,
    test: &InstrumentInfo<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<Learning> {
    let id = &test.instrument.id;
    let parts: Vec<(&BatchInfo<'_>, Vec<Participant>)> = intake
        .batches
        .iter()
        .filter(|info| info.program.id == *program)
        .map(|info| (info, occasions(info, id, &intake.scores)))
        .filter(|(_, people)| people.iter().any(Participant::is_measured))
        .collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let scale = test.instrument.scale;
    let scale = Scale::new(scale.low(), scale.high()).ok();
    let compare = |people: &[Participant], known: bool| {
        Comparison::new(
            people,
            (Occasion::Before, Occasion::After),
            scale,
            known,
            policy,
        )
    };
    let everybody: Vec<Participant> = parts
        .iter()
        .flat_map(|(_, people)| people.clone())
        .collect();
    let known = parts.iter().all(|(info, _)| info.attendance_known);
    let changes: Vec<Comparison> = parts
        .iter()
        .map(|(info, people)| compare(people, info.attendance_known))
        .collect();
    let counts: Vec<u32> = changes.iter().map(|change| change.flow.both).collect();
    let shown = hide_small_rest(&counts, policy.min_group);
    let whole = Learning {
        instrument: id.clone(),
        batch: None,
        change: compare(&everybody, known),
    };
    let batches = parts.iter().zip(changes.into_iter().zip(shown));
    let batches = batches.map(|((info, _), (change, shown))| Learning {
        instrument: id.clone(),
        batch: Some(info.batch.id.clone()),
        change: if shown { change } else { change.suppressed() },
    });
    std::iter::once(whole).chain(batches).collect()
}
