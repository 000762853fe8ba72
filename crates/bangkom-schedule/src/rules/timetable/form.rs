use std::collections::BTreeSet;

use super::found::Found;
use super::rule::{Entry, fixed};
use super::{Breach, Subject, View};
use crate::timetable::problem::{Assignment, Problem, Session, Venue};

/// One unit for each code that does not exist, each room or instructor too few or too many, each
/// wrong block.
pub(super) const RULE: Entry = fixed(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for assignment in &view.assignments {
        let session = assignment.session.clone();
        let subject = [Subject::Session(session.clone())];
        if !seen.insert(&assignment.session) {
            found.add(1, Breach::SessionTwice { session }, subject);
            continue;
        }
        let Some((_, known)) = view.problem.session(&session) else {
            found.add(1, Breach::NoSuchSession { session }, subject);
            continue;
        };
        if !view.problem.is_block(assignment.start, known) {
            let start = assignment.start;
            found.add(1, Breach::NotABlock { session, start }, subject);
        }
        needs(view.problem, assignment, known, found);
    }
}

fn needs(problem: &Problem, assignment: &Assignment, session: &Session, found: &mut Found<'_>) {
    let id = || session.id.clone();
    let mut add = |why| found.add(1, why, [Subject::Session(id())]);
    match (&assignment.room, matches!(session.venue, Venue::Room(_))) {
        (Some(_), false) => add(Breach::RoomNotNeeded { session: id() }),
        (None, true) => add(Breach::RoomMissing { session: id() }),
        (Some(room), true) if problem.room(room).is_none() => {
            let room = room.clone();
            add(Breach::NoSuchRoom {
                session: id(),
                room,
            });
        }
        _ => {}
    }
    instructors(problem, assignment, session, found);
}

fn instructors(
    problem: &Problem,
    assignment: &Assignment,
    session: &Session,
    found: &mut Found<'_>,
) {
    let id = || session.id.clone();
    let subject = || [Subject::Session(id())];
    let given: BTreeSet<_> = assignment.instructors.iter().collect();
    let needed = u64::from(session.instructors);
    let count = given.len() as u64;
    let missing = Breach::InstructorMissing { session: id() };
    found.add(needed.saturating_sub(count), missing, subject());
    let above = Breach::InstructorNotNeeded { session: id() };
    found.add(count.saturating_sub(needed), above, subject());
    for instructor in given {
        if problem.instructor(instructor).is_none() {
            let why = Breach::NoSuchInstructor {
                session: id(),
                instructor: instructor.clone(),
            };
            found.add(1, why, subject());
        }
    }
}
