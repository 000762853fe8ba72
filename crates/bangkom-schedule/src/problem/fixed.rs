use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::finding::Explain as _;
use bangkom_domain::id::BatchId;
use bangkom_domain::plan::{Batch, Plan, Publication};

use super::decided::Decided;
use super::{Inputs, ProblemFinding};
use crate::check::{PlanViolation, PlanViolation as V, check};

/// The batches of an earlier plan, each ordered by id.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// Those that stand as they are.
    pub(crate) fixed: Vec<Batch>,
    /// Those that need another room, other instructors or other dates.
    pub(crate) loose: Vec<Batch>,
}

/// The batches of the earlier plan that stay, or are to be mended.
///
/// Drafts go, unless an official approved them; rejected batches go, unless they are frozen.
/// Of published batches the seats of persons who may not have them go. What then still breaks
/// a rule is named; unless it is frozen it is to be mended where dates, room or instructors are
/// why, and goes where anything else is.
pub(crate) fn kept(
    inputs: &Inputs<'_>,
    decided: &Decided<'_>,
    findings: &mut Vec<ProblemFinding>,
) -> Kept {
    let Some(fixed) = inputs.fixed else {
        return Kept::default();
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
    let mut violations = check(inputs, &plan);
    if drop_seats(&mut plan, violations.as_slice(), findings) {
        violations = check(inputs, &plan);
    }
    let loose = drop_batches(inputs, &mut plan, violations.as_slice(), findings);
    plan.batches.dedup_by(|a, b| a.id == b.id);
    Kept {
        fixed: plan.batches,
        loose,
    }
}

/// Takes out the seats whose persons cannot hold them, except in frozen batches.
fn drop_seats(
    plan: &mut Plan,
    violations: &[PlanViolation],
    findings: &mut Vec<ProblemFinding>,
) -> bool {
    let mut lost = BTreeSet::new();
    for violation in violations {
        if let V::PersonUnavailable { batch, person, .. }
        | V::UnknownPerson { batch, person }
        | V::AlreadyCompleted { batch, person }
        | V::Prerequisite { batch, person, .. }
        | V::NeededEarlier { batch, person, .. } = violation
        {
            findings.push(pinned(batch, violation));
            lost.insert((batch.clone(), *person));
        }
    }
    for batch in plan.batches.iter_mut().filter(|batch| !frozen(batch)) {
        let id = batch.id.clone();
        batch
            .seats
            .retain(|seat| !lost.contains(&(id.clone(), seat.person)));
    }
    !lost.is_empty()
}

/// Takes out the batches that still break a rule, except frozen ones; gives those to be mended.
fn drop_batches(
    inputs: &Inputs<'_>,
    plan: &mut Plan,
    violations: &[PlanViolation],
    findings: &mut Vec<ProblemFinding>,
) -> Vec<Batch> {
    let passed_over =
        |v: &&PlanViolation| !matches!(v, V::WrongCost { .. } | V::PinnedSeatLost { .. });
    let violations: Vec<&PlanViolation> = violations.iter().filter(passed_over).collect();
    if violations.is_empty() {
        return Vec::new();
    }
    let places = places(inputs, &plan.batches);
    let (mut broken, mut beyond) = (BTreeSet::new(), BTreeSet::new());
    for violation in violations {
        let rows = places.get(&violation.place().record);
        for batch in rows.into_iter().flatten().map(|row| &plan.batches[*row]) {
            let finding = pinned(&batch.id, violation);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
            broken.insert(batch.id.clone());
            if !mendable(violation) {
                beyond.insert(batch.id.clone());
            }
        }
    }
    let goes = |batch: &Batch| !frozen(batch) && broken.contains(&batch.id);
    let (gone, kept) = std::mem::take(&mut plan.batches)
        .into_iter()
        .partition(goes);
    plan.batches = kept;
    let mut loose: Vec<Batch> = gone;
    loose
        .retain(|batch| batch.publication == Publication::Published && !beyond.contains(&batch.id));
    loose.dedup_by(|a, b| a.id == b.id);
    loose
}

/// Whether other dates, rooms or instructors could cure it.
fn mendable(violation: &PlanViolation) -> bool {
    matches!(
        violation,
        V::UnknownRoom { .. }
            | V::UnknownInstructor { .. }
            | V::RoomTooSmall { .. }
            | V::RoomFeature { .. }
            | V::RoomUnavailable { .. }
            | V::RoomConflict { .. }
            | V::InstructorCount { .. }
            | V::ExpertCount { .. }
            | V::NotQualified { .. }
            | V::InstructorUnavailable { .. }
            | V::OutsideContract { .. }
            | V::InstructorConflict { .. }
            | V::InstructorOverload { .. }
            | V::NotWorking { .. }
            | V::NotConsecutive { .. }
            | V::PauseTooLong { .. }
            | V::OutsideHorizon { .. }
            | V::PastDeadline { .. }
            | V::AwayCap { .. }
            | V::Blackout { .. }
    )
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

/// Where each record stands: batch, session, program, fund, room, instructor, person, unit.
fn places(inputs: &Inputs<'_>, batches: &[Batch]) -> BTreeMap<String, Vec<usize>> {
    let mut places = BTreeMap::<String, Vec<usize>>::new();
    for (row, batch) in batches.iter().enumerate() {
        for record in records(inputs, batch) {
            places.entry(record).or_default().push(row);
        }
    }
    places
}

fn records(inputs: &Inputs<'_>, batch: &Batch) -> BTreeSet<String> {
    let program = inputs.catalog.program(&batch.program);
    let mut records: BTreeSet<String> = [batch.id.to_string(), batch.program.to_string()].into();
    records.extend(program.map(|program| program.cost.fund.to_string()));
    for session in &batch.sessions {
        records.insert(session.id.to_string());
        records.extend(session.room.as_ref().map(ToString::to_string));
        records.extend(session.instructors.iter().map(ToString::to_string));
    }
    for seat in &batch.seats {
        records.insert(seat.person.to_string());
        let person = inputs.roster.employee(seat.person);
        records.extend(person.map(|person| person.unit.to_string()));
    }
    records
}
