use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Rule, Subject, View};

/// One unit for each person of a session without a seat in its room.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in view.under(Rule::Capacity) {
        if let Some(room) = placed.room {
            let seats = view.problem.seats(placed.batch_index);
            let why = Breach::TooSmall {
                session: placed.session.id.clone(),
                room: room.id.clone(),
                seats,
                capacity: room.capacity,
            };
            let subjects = [placed.subject(), Subject::Room(room.id.clone())];
            found.add(
                u64::from(seats.saturating_sub(room.capacity)),
                why,
                subjects,
            );
        }
    }
}
