use super::rule::{Entry, soft};
use super::{Breach, Found, Level, Subject, View};

/// What changed against the published plan: 100 for another time, 20 for another instructor,
/// 10 for another room, 400 for a session that lost its place.
pub(super) const RULE: Entry = soft(Level::Stability, 1, find);

/// Units of another time.
pub(crate) const TIME: u64 = 100;
/// Units of another instructor.
pub(crate) const INSTRUCTOR: u64 = 20;
/// Units of another room.
pub(crate) const ROOM: u64 = 10;
/// Units of a session without a place.
pub(crate) const LOST: u64 = 400;

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for published in view.problem.published() {
        let session = || published.session.clone();
        let subject = [Subject::Session(session())];
        let Some(now) = view.of(&published.session) else {
            found.add(LOST, Breach::Lost { session: session() }, subject);
            continue;
        };
        let time = u64::from(now.start != published.start) * TIME;
        let room = now.room.map(|room| &room.id) != published.room.as_ref();
        let instructor = now.instructor.map(|i| &i.id) != published.instructor.as_ref();
        let units = time + u64::from(room) * ROOM + u64::from(instructor) * INSTRUCTOR;
        let why = Breach::Changed {
            session: session(),
            units,
        };
        found.add(units, why, subject);
    }
}
