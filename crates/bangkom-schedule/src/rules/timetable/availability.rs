use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Placed, Rule, Subject, View};

/// One unit for each slot of a session in which its room is closed, its instructor away or out
/// of contract, its batch not available, or one of its people away; each of the four counts.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in view.under(Rule::Availability) {
        room(placed, found);
        instructor(placed, found);
        let session = || placed.session.id.clone();
        let slots = placed.within(&placed.batch.unavailable);
        found.add(
            slots,
            Breach::BatchClosed {
                session: session(),
                slots,
            },
            [placed.subject()],
        );
        let people = view.problem.people_of(placed.batch_index);
        let windows: Vec<_> = people
            .flat_map(|person| person.unavailable.clone())
            .collect();
        let slots = placed.within(&windows);
        found.add(
            slots,
            Breach::PeopleAway {
                session: session(),
                slots,
            },
            [placed.subject()],
        );
    }
}

fn room(placed: &Placed<'_>, found: &mut Found<'_>) {
    if let Some(room) = placed.room {
        let slots = placed.within(&room.closed);
        let why = Breach::RoomClosed {
            session: placed.session.id.clone(),
            room: room.id.clone(),
            slots,
        };
        found.add(
            slots,
            why,
            [placed.subject(), Subject::Room(room.id.clone())],
        );
    }
}

fn instructor(placed: &Placed<'_>, found: &mut Found<'_>) {
    for instructor in &placed.instructors {
        let away = placed
            .slots
            .clone()
            .filter(|slot| !instructor.is_there(*slot));
        let slots = away.count() as u64;
        let why = Breach::InstructorAway {
            session: placed.session.id.clone(),
            instructor: instructor.id.clone(),
            slots,
        };
        let subjects = [placed.subject(), Subject::Instructor(instructor.id.clone())];
        found.add(slots, why, subjects);
    }
}
