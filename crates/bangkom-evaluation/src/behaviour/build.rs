use std::collections::BTreeSet;

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::InstrumentKind;

use super::BehaviourChange;
use crate::agreement::ObserverAgreement;
use crate::intake::{InstrumentInfo, Intake};
use crate::learning::Retention;
use crate::policy::EvaluationPolicy;
use crate::study::{Study, steps};

/// The changes of behaviour by program, instrument and occasions.
pub(crate) fn behaviour(intake: &Intake<'_>, policy: &EvaluationPolicy) -> Vec<BehaviourChange> {
    let programs: BTreeSet<&ProgramId> =
        intake.batches.iter().map(|info| &info.program.id).collect();
    let mut all = Vec::new();
    for program in programs {
        let own = intake.instruments.values().filter(|info| {
            info.instrument.kind == InstrumentKind::BehaviourChecklist
                && info.instrument.program == *program
        });
        for instrument in own {
            all.extend(of_instrument(program, instrument, intake, policy));
        }
    }
    all
}

fn of_instrument(
    program: &ProgramId,
    info: &InstrumentInfo<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<BehaviourChange> {
    let study = Study::new(program, info, &intake.observations, intake, policy);
    let everybody = study.everybody();
    let id = &info.instrument.id;
    let measured = |occasion| everybody.iter().any(|one| one.at(occasion).is_some());
    let known = steps(&everybody).into_iter();
    let changes = known
        .filter(|step| measured(step.0) && measured(step.1))
        .map(|step| BehaviourChange {
            program: program.clone(),
            instrument: id.clone(),
            from: step.0,
            to: step.1,
            change: study.compare(&everybody, step, true, policy),
            agreement: ObserverAgreement::of(
                info,
                &intake.observations,
                &[step.0, step.1],
                intake,
                policy,
            ),
            retention: Retention::of(&everybody, info.mastery, policy.min_group),
        });
    changes.collect()
}
