use bangkom_domain::id::{InstructorId, RoomId};

use crate::timetable::problem::{Assignment, Problem, Session, Venue};

/// Every block of slots with every room and every instructor, for one session.
pub(super) fn candidates<'a>(
    problem: &'a Problem,
    session: &'a Session,
) -> impl Iterator<Item = Assignment> + 'a {
    let rooms: Vec<Option<&RoomId>> = match session.venue {
        Venue::Room(_) => problem.rooms().iter().map(|room| Some(&room.id)).collect(),
        Venue::Online | Venue::Workplace => vec![None],
    };
    let instructors: Vec<Option<&InstructorId>> = if session.taught {
        problem
            .instructors()
            .iter()
            .map(|instructor| Some(&instructor.id))
            .collect()
    } else {
        vec![None]
    };
    let pairs: Vec<_> = rooms
        .into_iter()
        .flat_map(|room| {
            instructors
                .iter()
                .map(move |instructor| (room, *instructor))
        })
        .collect();
    let starts = (0..problem.slots()).filter(|start| problem.is_block(*start, session));
    starts.flat_map(move |start| {
        let assignment =
            |(room, instructor): &(Option<&RoomId>, Option<&InstructorId>)| Assignment {
                session: session.id.clone(),
                start,
                room: room.cloned(),
                instructor: instructor.cloned(),
            };
        pairs.iter().map(assignment).collect::<Vec<_>>()
    })
}
