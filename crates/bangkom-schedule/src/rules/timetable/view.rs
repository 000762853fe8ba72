use std::collections::BTreeMap;
use std::ops::Range;

use bangkom_domain::id::SessionId;

use super::Subject;
use crate::timetable::problem::{Assignment, Batch, Instructor, Problem, Room, Session, Window};

/// A plan beside the problem that it is for, every code looked up.
pub(crate) struct View<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) assignments: &'a [Assignment],
    /// The sessions that have a place, in the order of their batches; the first assignment of
    /// a session counts.
    pub(crate) placed: Vec<Placed<'a>>,
    at: BTreeMap<&'a SessionId, usize>,
}

/// A session that has a place.
pub(crate) struct Placed<'a> {
    pub(crate) batch_index: usize,
    pub(crate) batch: &'a Batch,
    pub(crate) session: &'a Session,
    pub(crate) room: Option<&'a Room>,
    pub(crate) instructor: Option<&'a Instructor>,
    /// The slots that exist of those that it takes.
    pub(crate) slots: Range<u32>,
    pub(crate) start: u32,
}

impl Placed<'_> {
    pub(crate) fn subject(&self) -> Subject {
        Subject::Session(self.session.id.clone())
    }

    /// How many of its slots lie in any of these windows.
    pub(crate) fn within(&self, windows: &[Window]) -> u64 {
        let inside = |slot: &u32| windows.iter().any(|w| w.contains(*slot));
        self.slots.clone().filter(inside).count() as u64
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.slots.start < other.slots.end && other.slots.start < self.slots.end
    }
}

impl<'a> View<'a> {
    pub(crate) fn new(problem: &'a Problem, assignments: &'a [Assignment]) -> Self {
        let mut first = BTreeMap::new();
        for assignment in assignments {
            first.entry(&assignment.session).or_insert(assignment);
        }
        let mut placed = Vec::new();
        for (batch_index, batch) in problem.batches().iter().enumerate() {
            for session in &batch.sessions {
                if let Some(assignment) = first.get(&session.id) {
                    placed.push(resolve(problem, batch_index, session, assignment));
                }
            }
        }
        let at = placed.iter().enumerate();
        let at = at
            .map(|(index, placed)| (&placed.session.id, index))
            .collect();
        Self {
            problem,
            assignments,
            placed,
            at,
        }
    }

    pub(crate) fn of(&self, session: &SessionId) -> Option<&Placed<'a>> {
        self.at.get(session).map(|index| &self.placed[*index])
    }

    /// The placed sessions of a batch.
    pub(crate) fn of_batch(&self, batch: usize) -> impl Iterator<Item = &Placed<'a>> {
        let from = self
            .placed
            .partition_point(|placed| placed.batch_index < batch);
        let rest = self.placed[from..].iter();
        rest.take_while(move |placed| placed.batch_index == batch)
    }
}

fn resolve<'a>(
    problem: &'a Problem,
    batch_index: usize,
    session: &'a Session,
    assignment: &'a Assignment,
) -> Placed<'a> {
    let end = assignment.start.saturating_add(u32::from(session.slots));
    let all = problem.slots();
    Placed {
        batch_index,
        batch: &problem.batches()[batch_index],
        session,
        room: assignment.room.as_ref().and_then(|id| problem.room(id)),
        instructor: assignment
            .instructor
            .as_ref()
            .and_then(|id| problem.instructor(id)),
        slots: assignment.start.min(all)..end.min(all),
        start: assignment.start,
    }
}

impl View<'_> {
    /// How many slots an instructor teaches.
    pub(crate) fn load_of(&self, id: &bangkom_domain::id::InstructorId) -> u64 {
        let taught = self
            .placed
            .iter()
            .filter(|placed| placed.instructor.is_some_and(|i| &i.id == id));
        taught.map(|placed| u64::from(placed.session.slots)).sum()
    }
}
