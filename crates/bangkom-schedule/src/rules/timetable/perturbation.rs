use std::collections::BTreeSet;

use super::found::Found;
use super::rule::{Entry, soft};
use super::{Breach, Level, Placed, Subject, View};
use crate::timetable::problem::Assignment;

/// What changed against the published plan: 100 for another time, 20 for each other instructor,
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
    for published in view.published() {
        let Some(now) = view.of(&published.session) else {
            let session = published.session.clone();
            let subject = [Subject::Session(session.clone())];
            found.add(LOST, Breach::Lost { session }, subject);
            continue;
        };
        compare(published, now, found);
    }
}

fn compare(published: &Assignment, now: &Placed<'_>, found: &mut Found<'_>) {
    let session = || published.session.clone();
    let why = Breach::Moved {
        session: session(),
        published: published.start,
        start: now.start,
    };
    let time = u64::from(now.start != published.start) * TIME;
    found.add(time, why, [now.subject()]);
    let room = now.room.map(|room| &room.id) != published.room.as_ref();
    let why = Breach::Rehoused { session: session() };
    found.add(u64::from(room) * ROOM, why, [now.subject()]);
    let told: BTreeSet<_> = published.instructors.iter().collect();
    let are: BTreeSet<_> = now.instructors.iter().map(|one| &one.id).collect();
    let changed = told
        .difference(&are)
        .count()
        .max(are.difference(&told).count()) as u64;
    let why = Breach::Restaffed {
        session: session(),
        changed,
    };
    found.add(changed * INSTRUCTOR, why, [now.subject()]);
}
