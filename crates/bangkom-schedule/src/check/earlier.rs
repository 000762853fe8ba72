use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{BatchId, PersonId};
use bangkom_domain::plan::{Batch, Publication};

use super::PlanViolation as V;
use super::context::{Context, days};
use super::seats::can_come;

/// Frozen batches stand as they were, and promised seats are kept.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let now: BTreeMap<&BatchId, &Batch> = context.plan.batches.iter().map(|b| (&b.id, b)).collect();
    for earlier in context.earlier.values() {
        let batch = now.get(&earlier.id).copied();
        if earlier.publication == Publication::Frozen {
            if batch != Some(*earlier) {
                found.push(V::FrozenChanged {
                    batch: earlier.id.clone(),
                });
            }
        } else if !context.decided.rejected_batch(&earlier.id) {
            promised(context, earlier, batch, found);
        }
    }
}

fn promised(context: &Context<'_>, earlier: &Batch, batch: Option<&Batch>, found: &mut Vec<V>) {
    let held: BTreeSet<PersonId> = batch
        .iter()
        .flat_map(|batch| batch.seats.iter().map(|seat| seat.person))
        .collect();
    for seat in earlier.seats.iter().filter(|seat| seat.pinned) {
        let person = seat.person;
        if !held.contains(&person) && can_keep(context, earlier, person) {
            found.push(V::PinnedSeatLost {
                batch: earlier.id.clone(),
                person,
            });
        }
    }
}

/// Whether nothing stands against the person's keeping the seat.
fn can_keep(context: &Context<'_>, batch: &Batch, person: PersonId) -> bool {
    let Some(employee) = context.inputs.roster.employee(person) else {
        return false;
    };
    context.decided.forbids(person, &batch.program).is_none()
        && batch
            .sessions
            .iter()
            .flat_map(days)
            .all(|day| can_come(employee, day))
}
