use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::plan::Plan;

use crate::problem::Inputs;

/// The empty seats beyond a fifth of the capacity, for each batch and room it uses.
pub(super) fn empty_seats(inputs: &Inputs<'_>, plan: &Plan) -> i64 {
    let rooms = &inputs.resources.rooms;
    let sizes: BTreeMap<_, _> = rooms.iter().map(|room| (&room.id, room.capacity)).collect();
    let mut empty = 0;
    for batch in &plan.batches {
        let used: BTreeSet<_> = batch
            .sessions
            .iter()
            .filter_map(|s| s.room.as_ref())
            .collect();
        for capacity in used.into_iter().filter_map(|room| sizes.get(room)) {
            let capacity = i64::from(*capacity);
            empty += (capacity - batch.seats.len() as i64 - capacity / 5).max(0);
        }
    }
    empty
}
