use super::kinds::numbers;
use super::{Csr, Kinds, Place, Prices, Relation, Teams, Told, relations};
use crate::rules::timetable::{Rule, perturbation};
use crate::timetable::problem::{Assignment, Problem, Session};

/// What the solver knows of sessions, in the order of their batches.
#[derive(Debug, Clone)]
pub(crate) struct Sessions {
    pub(crate) batch_of: Vec<u32>,
    /// The first session of each batch, and the number of sessions.
    first: Vec<u32>,
    pub(crate) kind_of: Vec<u32>,
    /// What it costs when a session has no place.
    pub(crate) lost: Vec<i64>,
    /// Nowhere where a session is not pinned.
    pub(crate) pins: Vec<Place>,
    /// Where each session was published to be, as far as that exists.
    pub(crate) published: Vec<Option<Place>>,
    pub(crate) told: Vec<Option<Told>>,
    pub(crate) movable: Vec<u32>,
    pub(crate) relations: Csr<Relation>,
}

pub(super) fn compile(
    problem: &Problem,
    prices: &Prices,
    (kinds, teams): (&Kinds, &Teams),
    kind_of: Vec<u32>,
    room_of: &[u16],
) -> Sessions {
    let sessions: Vec<&Session> = problem
        .batches()
        .iter()
        .flat_map(|batch| &batch.sessions)
        .collect();
    let lookup = Lookup {
        problem,
        room_of,
        kinds,
        teams,
        kind_of: &kind_of,
    };
    let pins = lookup.places(&sessions, problem.pins());
    let published = lookup.places(&sessions, problem.published());
    let weight = prices.of(Rule::Perturbation).weight;
    let cost = weight.saturating_mul(perturbation::LOST as i64);
    let told = sessions.iter().map(|session| {
        let told = problem.published();
        let at = told.binary_search_by(|told| told.session.cmp(&session.id));
        at.ok().map(|at| Told::new(problem, &told[at]))
    });
    let lost = |(session, published): (&&Session, &Option<Place>)| {
        let told = if published.is_some() { cost } else { 0 };
        prices.lost(session.need).saturating_add(told)
    };
    let movable = pins.iter().zip(0..).filter(|(pin, _)| pin.is_none());
    let counts = prices.of(Rule::Precedence).counts();
    let mut first = vec![0];
    for batch in problem.batches() {
        first.push(first[first.len() - 1] + batch.sessions.len() as u32);
    }
    Sessions {
        first,
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
        told: told.collect(),
        published,
        relations: relations::compile(problem, counts),
        kind_of,
    }
}

impl Sessions {
    /// The sessions of a batch.
    pub(crate) fn of_batch(&self, batch: usize) -> std::ops::Range<u32> {
        self.first[batch]..self.first[batch + 1]
    }
}

/// Finds the numbers of assignments.
struct Lookup<'a> {
    problem: &'a Problem,
    room_of: &'a [u16],
    kinds: &'a Kinds,
    teams: &'a Teams,
    kind_of: &'a [u32],
}

impl Lookup<'_> {
    fn places(&self, sessions: &[&Session], given: &[Assignment]) -> Vec<Option<Place>> {
        let place = |(session, kind): (&&Session, &u32)| {
            let at = given.binary_search_by(|assignment| assignment.session.cmp(&session.id));
            at.ok().map(|at| self.place(&given[at], *kind as usize))
        };
        sessions.iter().zip(self.kind_of).map(place).collect()
    }

    /// The team of these instructors; nobody when the kind cannot have it.
    fn team(&self, assignment: &Assignment, kind: usize) -> u16 {
        let members = numbers(self.problem, &assignment.instructors).unwrap_or_default();
        let mut teams = self.kinds.teams.of(kind).iter().copied();
        let team = teams.find(|team| self.teams.of(*team) == members);
        team.unwrap_or(Place::NONE)
    }

    fn place(&self, assignment: &Assignment, kind: usize) -> Place {
        let room = assignment
            .room
            .as_ref()
            .and_then(|id| self.problem.room_index(id));
        let room =
            room.and_then(|room| self.room_of.iter().position(|of| usize::from(*of) == room));
        Place {
            slot: u16::try_from(assignment.start).unwrap_or(Place::NONE),
            room: room.map_or(Place::NONE, |room| room as u16),
            team: self.team(assignment, kind),
        }
    }
}
