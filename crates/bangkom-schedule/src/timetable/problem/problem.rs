use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::finding::{Checked, Findings};
use bangkom_domain::id::{
    BatchId, CohortId, InstructorId, PersonId, RoomId, SessionId, SiteId, UnitId,
};

use super::calendars::{self, Calendar, Group};
use super::{Input, Position, TimetableFinding, clean, demands, exceptions, pins};

/// A timetable problem whose parts fit together.
///
/// `Debug` shows sizes only.
#[derive(Clone)]
pub struct Problem {
    pub(super) input: Input,
    /// The first slot of each day, and the number of slots.
    pub(super) first: Vec<u32>,
    pub(super) index: Index,
    /// The people of each batch, as indices, with those of its cohorts.
    pub(super) people: Vec<BTreeSet<usize>>,
    pub(super) groups: Vec<Group>,
    pub(super) calendars: Vec<Calendar>,
    /// The calendars of each batch, as indices.
    pub(super) calendars_of: Vec<Vec<usize>>,
    /// The rules that a session need not keep, as bits.
    pub(super) excepted: BTreeMap<SessionId, u32>,
    /// The batches that share people with each batch, itself not among them.
    pub(super) sharing: Vec<BTreeSet<usize>>,
}

/// Where each code is.
#[derive(Clone)]
pub(super) struct Index {
    pub(super) rooms: BTreeMap<RoomId, usize>,
    pub(super) instructors: BTreeMap<InstructorId, usize>,
    pub(super) units: BTreeMap<UnitId, usize>,
    pub(super) people: BTreeMap<PersonId, usize>,
    pub(super) cohorts: BTreeMap<CohortId, usize>,
    pub(super) batches: BTreeMap<BatchId, usize>,
    pub(super) sessions: BTreeMap<SessionId, (usize, usize)>,
    pub(super) sites: BTreeMap<SiteId, Position>,
}

impl std::fmt::Debug for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Problem")
            .field("slots", &self.slots())
            .field("rooms", &self.input.rooms.len())
            .field("batches", &self.input.batches.len())
            .field("sessions", &self.index.sessions.len())
            .finish_non_exhaustive()
    }
}

impl Problem {
    /// Checks the input, all of it, and keeps what is valid.
    ///
    /// What is wrong is set aside and named; what is left can be planned. Nothing depends on
    /// the order of the records, but for the order of the sessions of a batch.
    ///
    /// ```
    /// use bangkom_schedule::timetable::{Input, Problem};
    ///
    /// let checked = Problem::new(Input::default());
    /// let codes: Vec<&str> = checked.findings.iter().map(|finding| {
    ///     use bangkom_domain::finding::Explain;
    ///     finding.code()
    /// }).collect();
    /// assert_eq!(codes, ["timetable_input.empty", "timetable_input.no_day"]);
    /// ```
    pub fn new(mut input: Input) -> Checked<Self, TimetableFinding> {
        let mut findings = Vec::new();
        clean::clean(&mut input, &mut findings);
        let mut problem = Self::assemble(input);
        exceptions::clean(&mut problem, &mut findings);
        demands::check(&problem, &mut findings);
        pins::clean(&mut problem, &mut findings);
        Checked {
            value: problem,
            findings: Findings::new(findings),
        }
    }

    fn assemble(input: Input) -> Self {
        let index = Index::new(&input);
        let people = calendars::people(&input, &index);
        let groups = calendars::groups(&input, &index, &people);
        let calendars = calendars::calendars(&input, &groups);
        let calendars_of = calendars::of_batches(input.batches.len(), &calendars);
        let sharing = calendars::sharing(input.batches.len(), &groups, &calendars);
        let mut first = vec![0];
        for day in &input.days {
            first.push(first[first.len() - 1] + u32::from(day.slots));
        }
        Self {
            input,
            first,
            index,
            people,
            groups,
            calendars,
            calendars_of,
            excepted: BTreeMap::new(),
            sharing,
        }
    }
}

impl Index {
    fn new(input: &Input) -> Self {
        let sessions = input.batches.iter().enumerate().flat_map(|(batch, of)| {
            let sessions = of.sessions.iter().enumerate();
            sessions.map(move |(at, session)| (session.id.clone(), (batch, at)))
        });
        Self {
            rooms: places(&input.rooms, |room| room.id.clone()),
            instructors: places(&input.instructors, |instructor| instructor.id.clone()),
            units: places(&input.units, |unit| unit.id.clone()),
            people: places(&input.people, |person| person.id),
            cohorts: places(&input.cohorts, |cohort| cohort.id.clone()),
            batches: places(&input.batches, |batch| batch.id.clone()),
            sessions: sessions.collect(),
            sites: input
                .sites
                .iter()
                .map(|site| (site.id.clone(), site.position))
                .collect(),
        }
    }
}

fn places<T, K: Ord>(records: &[T], id: impl Fn(&T) -> K) -> BTreeMap<K, usize> {
    records
        .iter()
        .enumerate()
        .map(|(at, record)| (id(record), at))
        .collect()
}
