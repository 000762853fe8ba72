use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::plan::{Batch, Plan, Publication, Session};

use crate::problem::Inputs;

const CANCELLED_BATCH: i64 = 400;
const CHANGED_DATE: i64 = 100;
const CHANGED_SEAT: i64 = 50;
const CHANGED_INSTRUCTOR: i64 = 20;
const CHANGED_ROOM: i64 = 10;

/// The weighted changes against the published batches of the earlier plan.
///
/// A cancelled batch counts 400, a moved session 100, a lost seat 50, another set of
/// instructors 20, another room 10.
pub(super) fn changes(inputs: &Inputs<'_>, plan: &Plan) -> i64 {
    let now: BTreeMap<_, _> = plan
        .batches
        .iter()
        .map(|batch| (&batch.id, batch))
        .collect();
    let before = inputs.fixed.into_iter().flat_map(|plan| &plan.batches);
    before
        .filter(|batch| batch.publication == Publication::Published)
        .map(|batch| {
            now.get(&batch.id)
                .map_or(CANCELLED_BATCH, |now| of_batch(batch, now))
        })
        .sum()
}

fn of_batch(before: &Batch, now: &Batch) -> i64 {
    let persons =
        |batch: &Batch| -> BTreeSet<_> { batch.seats.iter().map(|seat| seat.person).collect() };
    let seats = persons(before).difference(&persons(now)).count() as i64;
    let pairs = before.sessions.iter().zip(&now.sessions);
    let sessions: i64 = pairs.map(|(before, now)| of_session(before, now)).sum();
    let lost = before.sessions.len().abs_diff(now.sessions.len()) as i64;
    seats * CHANGED_SEAT + sessions + lost * CHANGED_DATE
}

fn of_session(before: &Session, now: &Session) -> i64 {
    i64::from(before.times != now.times) * CHANGED_DATE
        + i64::from(before.room != now.room) * CHANGED_ROOM
        + i64::from(before.instructors != now.instructors) * CHANGED_INSTRUCTOR
}
