use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use bangkom_domain::id::{InstructorId, SessionId};

use super::{Rule, Subject};
use crate::timetable::problem::{Assignment, Batch, Instructor, Problem, Room, Session, Window};

/// A plan beside the problem that it is for, every code looked up.
pub(crate) struct View<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) assignments: Vec<&'a Assignment>,
    /// The sessions that have a place, in the order of their batches; the first assignment of
    /// a session counts.
    pub(crate) placed: Vec<Placed<'a>>,
    at: BTreeMap<&'a SessionId, usize>,
    /// None for all.
    batches: Option<&'a [usize]>,
}

/// A session that has a place.
pub(crate) struct Placed<'a> {
    pub(crate) batch_index: usize,
    pub(crate) batch: &'a Batch,
    pub(crate) session: &'a Session,
    pub(crate) room: Option<&'a Room>,
    /// Its instructors that the problem knows, each once, in order.
    pub(crate) instructors: Vec<&'a Instructor>,
    /// The slots that exist of those that it takes.
    pub(crate) slots: Range<u32>,
    pub(crate) start: u32,
    /// The rules that it need not keep.
    pub(crate) excepted: u32,
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
    /// The plan as a whole.
    pub(crate) fn new(problem: &'a Problem, assignments: &'a [Assignment]) -> Self {
        Self::of_batches(problem, assignments.iter().collect(), None)
    }

    /// A part of a plan, in which only these batches are looked at as a whole.
    pub(crate) fn around(
        problem: &'a Problem,
        assignments: Vec<&'a Assignment>,
        batches: &'a [usize],
    ) -> Self {
        Self::of_batches(problem, assignments, Some(batches))
    }

    fn of_batches(
        problem: &'a Problem,
        assignments: Vec<&'a Assignment>,
        batches: Option<&'a [usize]>,
    ) -> Self {
        let mut first = BTreeMap::new();
        for assignment in &assignments {
            if let Some(at) = problem.place_of(&assignment.session) {
                first.entry(at).or_insert(*assignment);
            }
        }
        let placed: Vec<Placed<'a>> = first
            .into_iter()
            .map(|((batch, at), assignment)| resolve(problem, batch, at, assignment))
            .collect();
        let at = placed.iter().enumerate();
        let at = at
            .map(|(index, placed)| (&placed.session.id, index))
            .collect();
        Self {
            problem,
            assignments,
            placed,
            at,
            batches,
        }
    }

    /// The batches that are looked at as a whole.
    pub(crate) fn batches(&self) -> impl Iterator<Item = usize> {
        let all = 0..self.problem.batches().len();
        let some = self.batches.unwrap_or_default().iter().copied();
        all.filter(|_| self.batches.is_none()).chain(some)
    }

    /// What was published of these batches.
    pub(crate) fn published(&self) -> impl Iterator<Item = &'a Assignment> {
        let of_all = self.batches.is_none();
        let all = self.problem.published().iter().filter(move |_| of_all);
        let some = self.batches.unwrap_or_default().iter();
        let some = some.flat_map(|batch| self.problem.published_of(*batch));
        all.chain(some)
    }

    /// Looks at the plan as if there were no exceptions.
    pub(crate) fn forget_exceptions(&mut self) {
        for placed in &mut self.placed {
            placed.excepted = 0;
        }
    }

    /// The placed sessions that the rule holds for.
    pub(crate) fn under(&self, rule: Rule) -> impl Iterator<Item = &Placed<'a>> {
        let holds = move |placed: &&Placed<'_>| placed.excepted & rule.bit() == 0;
        self.placed.iter().filter(holds)
    }

    /// The placed sessions of each instructor who teaches.
    pub(crate) fn by_instructor(
        &self,
    ) -> BTreeMap<&'a InstructorId, (&'a Instructor, Vec<&Placed<'a>>)> {
        let mut all = BTreeMap::new();
        for placed in &self.placed {
            for who in &placed.instructors {
                let (_, sessions) = all.entry(&who.id).or_insert((*who, Vec::new()));
                sessions.push(placed);
            }
        }
        all
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
    at: usize,
    assignment: &'a Assignment,
) -> Placed<'a> {
    let batch = &problem.batches()[batch_index];
    let session = &batch.sessions[at];
    let end = assignment.start.saturating_add(u32::from(session.slots));
    let all = problem.slots();
    Placed {
        batch_index,
        batch,
        session,
        room: assignment.room.as_ref().and_then(|id| problem.room(id)),
        instructors: instructors(problem, assignment),
        slots: assignment.start.min(all)..end.min(all),
        start: assignment.start,
        excepted: problem.excepted(&session.id),
    }
}

fn instructors<'a>(problem: &'a Problem, assignment: &Assignment) -> Vec<&'a Instructor> {
    let ids: BTreeSet<_> = assignment.instructors.iter().collect();
    let known = ids.into_iter().filter_map(|id| problem.instructor(id));
    known.collect()
}

/// How many slots some sessions take.
pub(crate) fn load(sessions: &[&Placed<'_>]) -> u64 {
    let slots = sessions
        .iter()
        .map(|placed| u64::from(placed.session.slots));
    slots.sum()
}
