use super::rule::{Entry, fixed};
use super::{Breach, Found, View};

/// One unit for each slot of a session in which its room, instructor or people are booked.
pub(super) const RULE: Entry = fixed(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in &view.placed {
        let concerns = |booking: &&crate::timetable::problem::Booking| {
            let room = placed.room.map(|room| &room.id);
            let instructor = placed.instructor.map(|instructor| &instructor.id);
            (booking.room.is_some() && booking.room.as_ref() == room)
                || (booking.instructor.is_some() && booking.instructor.as_ref() == instructor)
                || (booking.people.iter())
                    .any(|person| view.problem.attends(*person, placed.batch_index))
        };
        let windows: Vec<_> = view
            .problem
            .bookings()
            .iter()
            .filter(concerns)
            .map(|booking| booking.window)
            .collect();
        let slots = placed.within(&windows);
        let session = placed.session.id.clone();
        found.add(slots, Breach::Booked { session, slots }, [placed.subject()]);
    }
}
