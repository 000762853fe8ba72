use std::collections::BTreeSet;

use super::Place;
use crate::rules::timetable::perturbation;
use crate::timetable::problem::{Assignment, Problem};

/// What was published of a session, as far as it decides what a change costs.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    start: u32,
    room: Room,
    /// The instructors that still exist, in order.
    members: Vec<u16>,
    /// How many were published.
    count: usize,
}

/// The published room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    None,
    /// One that does not exist any more.
    Gone,
    Number(u16),
}

impl Told {
    pub(super) fn new(problem: &Problem, published: &Assignment) -> Self {
        let room = published.room.as_ref().map(|id| problem.room_index(id));
        let distinct: BTreeSet<_> = published.instructors.iter().collect();
        let known = distinct
            .iter()
            .filter_map(|id| problem.instructor_index(id));
        Self {
            start: published.start,
            room: match room {
                None => Room::None,
                Some(None) => Room::Gone,
                Some(Some(number)) => Room::Number(number as u16),
            },
            members: known.map(|who| who as u16).collect(),
            count: distinct.len(),
        }
    }

    /// What a place costs that is not the published one, in units of the rule.
    ///
    /// `room` is the real room of the place, if it has one; `team` who teaches there.
    pub(crate) fn units(&self, place: Place, room: Option<u16>, team: &[u16]) -> i64 {
        if place.is_nowhere() {
            // A lost session is part of what it costs to have no place.
            return 0;
        }
        let time = u64::from(u32::from(place.slot) != self.start);
        let room = u64::from(room.map_or(Room::None, Room::Number) != self.room);
        let same = team.iter().filter(|who| self.members.contains(who)).count();
        let changed = (team.len().max(self.count) - same) as u64;
        let units = time * perturbation::TIME
            + room * perturbation::ROOM
            + changed * perturbation::INSTRUCTOR;
        units as i64
    }
}
