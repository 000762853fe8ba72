use super::{Csr, Kinds, Place, Prices, Relation, relations};
use crate::rules::timetable::{Rule, perturbation};
use crate::timetable::problem::{Assignment, Problem, Session};

/// What the solver knows of sessions, in the order of their batches.
#[derive(Debug, Clone)]
pub(crate) struct Sessions {
    pub(crate) batch_of: Vec<u32>,
    pub(crate) kind_of: Vec<u32>,
    /// What it costs when a session has no place.
    pub(crate) lost: Vec<i64>,
    /// Nowhere where a session is not pinned.
    pub(crate) pins: Vec<Place>,
    pub(crate) published: Vec<Option<Place>>,
    pub(crate) movable: Vec<u32>,
    pub(crate) relations: Csr<Relation>,
}

pub(super) fn compile(
    problem: &Problem,
    prices: &Prices,
    kinds: &Kinds,
    kind_of: Vec<u32>,
    room_of: &[u16],
) -> Sessions {
    let sessions: Vec<&Session> = problem
        .batches()
        .iter()
        .flat_map(|batch| &batch.sessions)
        .collect();
    let lookup = Lookup { problem, room_of };
    let pins = lookup.places(&sessions, problem.pins());
    let published = lookup.places(&sessions, problem.published());
    let told = prices.of(Rule::Perturbation).weight * perturbation::LOST as i64;
    let lost = |(session, published): (&&Session, &Option<Place>)| {
        prices.lost(session.need) + if published.is_some() { told } else { 0 }
    };
    let movable = pins.iter().zip(0..).filter(|(pin, _)| pin.is_none());
    let counts = prices.of(Rule::Precedence).counts();
    Sessions {
        batch_of: kind_of
            .iter()
            .map(|kind| kinds.all[*kind as usize].batch)
            .collect(),
        lost: sessions.iter().zip(&published).map(lost).collect(),
        movable: movable.map(|(_, session)| session).collect(),
        pins: pins
            .into_iter()
            .map(|pin| pin.unwrap_or(Place::NOWHERE))
            .collect(),
        published,
        relations: relations::compile(problem, counts),
        kind_of,
    }
}

/// Finds the numbers of assignments.
struct Lookup<'a> {
    problem: &'a Problem,
    room_of: &'a [u16],
}

impl Lookup<'_> {
    fn places(&self, sessions: &[&Session], given: &[Assignment]) -> Vec<Option<Place>> {
        let place = |session: &&Session| {
            let at = given.binary_search_by(|assignment| assignment.session.cmp(&session.id));
            at.ok().map(|at| self.place(&given[at]))
        };
        sessions.iter().map(place).collect()
    }

    fn place(&self, assignment: &Assignment) -> Place {
        let room = assignment
            .room
            .as_ref()
            .and_then(|id| self.problem.room_index(id));
        let room =
            room.and_then(|room| self.room_of.iter().position(|of| usize::from(*of) == room));
        let instructor = assignment.instructor.as_ref();
        let instructor = instructor.and_then(|id| self.problem.instructor_index(id));
        Place {
            slot: u16::try_from(assignment.start).unwrap_or(Place::NONE),
            room: room.map_or(Place::NONE, |room| room as u16),
            instructor: instructor.map_or(Place::NONE, |instructor| instructor as u16),
        }
    }
}
