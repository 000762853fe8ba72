use std::collections::BTreeMap;

use super::found::Found;
use super::rule::{Entry, fixed};
use super::{Breach, Placed, Subject, View};

/// One unit for each session beyond the first, in each slot.
pub(super) const RULE: Entry = fixed(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut taken = BTreeMap::<_, Vec<&Placed<'_>>>::new();
    for placed in &view.placed {
        for instructor in &placed.instructors {
            for slot in placed.slots.clone() {
                taken
                    .entry((&instructor.id, slot))
                    .or_default()
                    .push(placed);
            }
        }
    }
    for ((instructor, slot), sessions) in taken {
        let why = Breach::InstructorTaken {
            instructor: instructor.clone(),
            slot,
            sessions: sessions
                .iter()
                .map(|placed| placed.session.id.clone())
                .collect(),
        };
        let subjects = sessions.iter().map(|placed| placed.subject());
        let subjects = subjects.chain([Subject::Instructor(instructor.clone())]);
        found.add(sessions.len() as u64 - 1, why, subjects);
    }
}
