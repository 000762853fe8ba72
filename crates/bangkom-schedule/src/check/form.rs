use std::collections::BTreeSet;

use super::PlanViolation as V;
use super::context::Context;

/// Ids come once, and name something that exists.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let horizon = context.inputs.resources.horizon;
    if context.plan.horizon != horizon {
        found.push(V::HorizonMismatch {
            plan: context.plan.horizon.into(),
            resources: horizon.into(),
        });
    }
    batches(context, found);
    sessions(context, found);
    persons(context, found);
}

fn batches(context: &Context<'_>, found: &mut Vec<V>) {
    let mut seen = BTreeSet::new();
    for batch in &context.plan.batches {
        if !seen.insert(&batch.id) {
            found.push(V::DuplicateBatch {
                batch: batch.id.clone(),
            });
        }
        if context.program(batch).is_none() {
            found.push(V::UnknownProgram {
                batch: batch.id.clone(),
                program: batch.program.clone(),
            });
        }
        if context.decided.rejected_batch(&batch.id) && !context.was_frozen(batch) {
            found.push(V::RejectedBatch {
                batch: batch.id.clone(),
            });
        }
    }
}

fn sessions(context: &Context<'_>, found: &mut Vec<V>) {
    let mut seen = BTreeSet::new();
    for (_, session) in context.sessions() {
        let id = || session.id.clone();
        if !seen.insert(&session.id) {
            found.push(V::DuplicateSession { session: id() });
        }
        if let Some(room) = session
            .room
            .as_ref()
            .filter(|r| !context.rooms.contains_key(r))
        {
            found.push(V::UnknownRoom {
                session: id(),
                room: room.clone(),
            });
        }
        for instructor in &session.instructors {
            if !context.instructors.contains_key(instructor) {
                found.push(V::UnknownInstructor {
                    session: id(),
                    instructor: instructor.clone(),
                });
            }
        }
    }
}

fn persons(context: &Context<'_>, found: &mut Vec<V>) {
    for batch in &context.plan.batches {
        let mut seen = BTreeSet::new();
        for seat in &batch.seats {
            let (batch, person) = (|| batch.id.clone(), seat.person);
            if !seen.insert(person) {
                found.push(V::SeatTwice {
                    batch: batch(),
                    person,
                });
            }
            if context.inputs.roster.employee(person).is_none() {
                found.push(V::UnknownPerson {
                    batch: batch(),
                    person,
                });
            }
        }
    }
}
