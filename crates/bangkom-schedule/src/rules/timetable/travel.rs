use super::found::Found;
use super::rule::{Entry, soft};
use super::{Breach, Level, Rule, Subject, View};

/// One unit for every ten kilometres that the people of a session travel one way, rounded down.
///
/// A person counts at most 25 km; one whose unit or room has no known place counts none.
pub(super) const RULE: Entry = soft(Level::Quality, 1, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in view.under(Rule::Travel) {
        if let Some(room) = placed.room {
            let km = view.problem.travel_km(placed.batch_index, room);
            let why = Breach::Far {
                session: placed.session.id.clone(),
                room: room.id.clone(),
                km,
            };
            let subjects = [placed.subject(), Subject::Room(room.id.clone())];
            found.add(km / 10, why, subjects);
        }
    }
}
