use std::collections::BTreeMap;

use super::found::Found;
use super::rule::{Entry, fixed};
use super::{Breach, Placed, Subject, View};

/// One unit for each session beyond what the room may hold, in each slot.
pub(super) const RULE: Entry = fixed(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut taken = BTreeMap::<_, Vec<&Placed<'_>>>::new();
    for placed in &view.placed {
        if let Some(room) = placed.room {
            for slot in placed.slots.clone() {
                taken.entry((&room.id, slot)).or_default().push(placed);
            }
        }
    }
    for ((room, slot), sessions) in taken {
        let at_once = sessions[0].room.map_or(1, |room| usize::from(room.at_once));
        let why = Breach::RoomTaken {
            room: room.clone(),
            slot,
            sessions: sessions
                .iter()
                .map(|placed| placed.session.id.clone())
                .collect(),
        };
        let subjects = sessions.iter().map(|placed| placed.subject());
        let subjects = subjects.chain([Subject::Room(room.clone())]);
        found.add(sessions.len().saturating_sub(at_once) as u64, why, subjects);
    }
}
