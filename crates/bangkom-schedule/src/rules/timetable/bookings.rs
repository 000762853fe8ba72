use super::found::Found;
use super::rule::{Entry, fixed};
use super::{Breach, Placed, View};
use crate::timetable::problem::Booking;

/// One unit for each slot of a session in which its room, one of its instructors or its people
/// are booked; room, each instructor and people count apart.
pub(super) const RULE: Entry = fixed(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in &view.placed {
        if let Some(room) = placed.room {
            let of_room = |booking: &Booking| booking.room.as_ref() == Some(&room.id);
            let slots = booked(view, placed, of_room);
            add(placed, room.id.to_string(), slots, found);
        }
        for who in &placed.instructors {
            let of_who = |booking: &Booking| booking.instructor.as_ref() == Some(&who.id);
            let slots = booked(view, placed, of_who);
            add(placed, who.id.to_string(), slots, found);
        }
        let of_people = |booking: &Booking| {
            let mut people = booking.people.iter();
            people.any(|person| view.problem.attends(*person, placed.batch_index))
        };
        let slots = booked(view, placed, of_people);
        let session = placed.session.id.clone();
        let why = Breach::PeopleBooked { session, slots };
        found.add(slots, why, [placed.subject()]);
    }
}

fn add(placed: &Placed<'_>, what: String, slots: u64, found: &mut Found<'_>) {
    let session = placed.session.id.clone();
    let why = Breach::Booked {
        session,
        what,
        slots,
    };
    found.add(slots, why, [placed.subject()]);
}

/// How many slots of the session are booked by bookings of this kind.
fn booked(view: &View<'_>, placed: &Placed<'_>, concerns: impl Fn(&Booking) -> bool) -> u64 {
    let bookings = view.problem.bookings().iter();
    let windows: Vec<_> = bookings
        .filter(|booking| concerns(booking))
        .map(|booking| booking.window)
        .collect();
    placed.within(&windows)
}
