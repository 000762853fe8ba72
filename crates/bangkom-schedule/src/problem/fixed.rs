use std::collections::BTreeSet;

use bangkom_domain::finding::Explain as _;
use bangkom_domain::id::BatchId;
use bangkom_domain::plan::{Batch, Plan, Publication};

use super::decided::Decided;
use super::{Inputs, ProblemFinding};
use crate::check::{PlanViolation, PlanViolation as V, check};

/// The batches of the earlier plan that stay, ordered by id.
///
/// Drafts go, unless an official approved them; rejected batches go, unless they are frozen.
/// Of published batches the seats of persons who may not have them go. What then still breaks
/// a rule is named, and goes too, unless it is frozen.
pub(crate) fn kept(
    inputs: &Inputs<'_>,
    decided: &Decided<'_>,
    findings: &mut Vec<ProblemFinding>,
) -> Vec<Batch> {
    let Some(fixed) = inputs.fixed else {
        return Vec::new();
    };
    let mut batches: Vec<Batch> = fixed
        .batches
        .iter()
        .filter(|batch| stays(batch, decided))
        .map(|batch| without_forbidden(batch, decided))
        .collect();
    batches.sort_by(|a, b| a.id.cmp(&b.id));
    let mut plan = Plan {
        batches,
        horizon: inputs.resources.horizon,
        ..fixed.clone()
    };
    drop_seats(inputs, &mut plan, findings);
    drop_batches(inputs, &mut plan, findings);
    plan.batches.dedup_by(|a, b| a.id == b.id);
    plan.batches
}

/// Takes out the seats whose persons cannot hold them, except in frozen batches.
fn drop_seats(inputs: &Inputs<'_>, plan: &mut Plan, findings: &mut Vec<ProblemFinding>) {
    let mut lost = BTreeSet::new();
    for violation in check(inputs, plan) {
        if let V::PersonUnavailable { batch, person, .. }
        | V::UnknownPerson { batch, person }
        | V::AlreadyCompleted { batch, person }
        | V::Prerequisite { batch, person, .. }
        | V::NeededEarlier { batch, person, .. } = &violation
        {
            findings.push(pinned(batch, &violation));
            lost.insert((batch.clone(), *person));
        }
    }
    for batch in plan.batches.iter_mut().filter(|batch| !frozen(batch)) {
        let id = batch.id.clone();
        batch
            .seats
            .retain(|seat| !lost.contains(&(id.clone(), seat.person)));
    }
}

/// Takes out the batches that still break a rule, except frozen ones.
fn drop_batches(inputs: &Inputs<'_>, plan: &mut Plan, findings: &mut Vec<ProblemFinding>) {
    let mut broken = BTreeSet::new();
    for violation in check(inputs, plan) {
        if matches!(violation, V::WrongCost { .. } | V::PinnedSeatLost { .. }) {
            continue;
        }
        let record = violation.place().record;
        for batch in plan.batches.iter().filter(|b| touches(inputs, b, &record)) {
            let finding = pinned(&batch.id, &violation);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
            broken.insert(batch.id.clone());
        }
    }
    plan.batches
        .retain(|batch| frozen(batch) || !broken.contains(&batch.id));
}

fn pinned(batch: &BatchId, violation: &PlanViolation) -> ProblemFinding {
    ProblemFinding::Pinned {
        batch: batch.clone(),
        rule: violation.code().to_owned(),
    }
}

pub(crate) fn frozen(batch: &Batch) -> bool {
    batch.publication == Publication::Frozen
}

fn stays(batch: &Batch, decided: &Decided<'_>) -> bool {
    match batch.publication {
        Publication::Frozen => true,
        Publication::Published => !decided.rejected_batch(&batch.id),
        _ => decided.approved_batch(&batch.id),
    }
}

fn without_forbidden(batch: &Batch, decided: &Decided<'_>) -> Batch {
    let mut batch = batch.clone();
    if !frozen(&batch) {
        let program = batch.program.clone();
        batch
            .seats
            .retain(|seat| decided.forbids(seat.person, &program).is_none());
        batch.seats.sort_by_key(|seat| seat.person);
    }
    batch
}

/// Whether the batch is, holds or uses the record: batch, session, program, room, person, …
fn touches(inputs: &Inputs<'_>, batch: &Batch, record: &str) -> bool {
    let program = inputs.catalog.program(&batch.program);
    batch.id.as_str() == record
        || batch.program.as_str() == record
        || program.is_some_and(|program| program.cost.fund.as_str() == record)
        || batch.sessions.iter().any(|session| {
            session.id.as_str() == record
                || session
                    .room
                    .as_ref()
                    .is_some_and(|room| room.as_str() == record)
                || session.instructors.iter().any(|who| who.as_str() == record)
        })
        || batch.seats.iter().any(|seat| {
            let person = inputs.roster.employee(seat.person);
            seat.person.to_string() == record
                || person.is_some_and(|person| person.unit.as_str() == record)
        })
}
