use std::collections::BTreeSet;

use super::found::Found;
use super::rule::{Entry, soft};
use super::{Breach, Level, Subject, View};

/// One unit for each room of a batch beyond its first.
///
/// # References
/// Room stability of ITC-2007 track 3 (Di Gaspero and others 2007).
pub(super) const RULE: Entry = soft(Level::Quality, 1, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for index in view.batches() {
        let batch = &view.problem.batches()[index];
        let rooms = view.of_batch(index).filter_map(|placed| placed.room);
        let rooms: BTreeSet<_> = rooms.map(|room| room.id.clone()).collect();
        let why = Breach::RoomChange {
            batch: batch.id.clone(),
            rooms: rooms.iter().cloned().collect(),
        };
        let subjects = rooms.iter().cloned().map(Subject::Room);
        let subjects = subjects.chain([Subject::Batch(batch.id.clone())]);
        found.add(rooms.len().saturating_sub(1) as u64, why, subjects);
    }
}
