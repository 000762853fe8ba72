use std::collections::BTreeSet;

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::Occasion;

use super::{BehaviourChange, agreement};
use crate::compare::{Comparison, Participant, Scale, occasions};
use crate::intake::{InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;

const STEPS: [(Occasion, Occasion); 3] = [
    (Occasion::Before, Occasion::After),
    (Occasion::Before, Occasion::FollowUp),
    (Occasion::After, Occasion::FollowUp),
];

/// The changes of behaviour by program, instrument and occasions.
pub(crate) fn behaviour(intake: &Intake<'_>, policy: &EvaluationPolicy) -> Vec<BehaviourChange> {
    let programs: BTreeSet<&ProgramId> =
        intake.batches.iter().map(|info| &info.program.id).collect();
    let mut all = Vec::new();
    for program in programs {
        let own = intake
            .instruments
            .values()
            .filter(|info| info.instrument.program == *program);
        for instrument in own {
            let changes = STEPS
                .iter()
                .filter_map(|step| change(program, instrument, *step, intake, policy));
            all.extend(changes);
        }
    }
    all
}

fn change(
    program: &ProgramId,
    info: &InstrumentInfo<'_>,
    step: (Occasion, Occasion),
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Option<BehaviourChange> {
    let id = &info.instrument.id;
    let batches: Vec<_> = intake
        .batches
        .iter()
        .filter(|batch| batch.program.id == *program)
        .collect();
    let people: Vec<Participant> = batches
        .iter()
        .flat_map(|batch| occasions(batch, id, &intake.observations))
        .collect();
    let measured = |occasion| people.iter().any(|one| one.at(occasion).is_some());
    if !measured(step.0) || !measured(step.1) {
        return None;
    }
    let scale = info.instrument.scale;
    let scale = Scale::new(scale.low(), scale.high()).ok();
    let known = batches.iter().all(|batch| batch.attendance_known);
    Some(BehaviourChange {
        program: program.clone(),
        instrument: id.clone(),
        from: step.0,
        to: step.1,
        change: Comparison::new(&people, step, scale, known, policy),
        observer_alpha: agreement::alpha(intake, program, id, step, policy.min_group),
    })
}
