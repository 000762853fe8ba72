use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::calendar::Calendar;
use bangkom_domain::demand::DemandRow;
use bangkom_domain::hours::HoursAccounts;
use bangkom_domain::id::{BatchId, InstructorId, PersonId, ProgramId, RoomId};
use bangkom_domain::plan::{Batch, Plan, Publication, Session};
use bangkom_domain::program::Program;
use bangkom_domain::resources::{Instructor, Room};
use chrono::NaiveDate;

use crate::problem::Inputs;
use crate::problem::decided::Decided;

/// A slot of a day.
pub(super) type At = (NaiveDate, u8);

/// The documents, indexed by id.
pub(super) struct Context<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) plan: &'a Plan,
    pub(super) calendar: Calendar,
    pub(super) working: Vec<NaiveDate>,
    pub(super) accounts: HoursAccounts<'a>,
    pub(super) decided: Decided<'a>,
    pub(super) demand: BTreeMap<(PersonId, &'a ProgramId), &'a DemandRow>,
    pub(super) rooms: BTreeMap<&'a RoomId, &'a Room>,
    pub(super) instructors: BTreeMap<&'a InstructorId, &'a Instructor>,
    /// The seats of published and frozen batches of the earlier plan.
    pub(super) earlier: BTreeMap<&'a BatchId, &'a Batch>,
}

impl<'a> Context<'a> {
    pub(super) fn new(inputs: &'a Inputs<'a>, plan: &'a Plan) -> Self {
        let resources = inputs.resources;
        let calendar = Calendar::new(resources.calendar.clone()).value;
        let rows = &inputs.demand.rows;
        let earlier = inputs.fixed.into_iter().flat_map(|plan| &plan.batches);
        Self {
            working: calendar.working_days(resources.horizon),
            calendar,
            accounts: inputs.ledger.accounts().value,
            decided: Decided::new(inputs.decisions, &mut Vec::new()),
            demand: rows.iter().map(|r| ((r.person, &r.program), r)).collect(),
            rooms: resources
                .rooms
                .iter()
                .map(|room| (&room.id, room))
                .collect(),
            instructors: resources.instructors.iter().map(|i| (&i.id, i)).collect(),
            earlier: earlier
                .filter(|batch| batch.publication != Publication::Draft)
                .map(|batch| (&batch.id, batch))
                .collect(),
            inputs,
            plan,
        }
    }

    pub(super) fn program(&self, batch: &Batch) -> Option<&'a Program> {
        self.inputs.catalog.program(&batch.program)
    }

    /// The sessions of all batches.
    pub(super) fn sessions(&self) -> impl Iterator<Item = (&'a Batch, &'a Session)> {
        let batches = &self.plan.batches;
        batches
            .iter()
            .flat_map(|batch| batch.sessions.iter().map(move |session| (batch, session)))
    }

    /// Whether the seat stood in the earlier plan already.
    pub(super) fn stood_before(&self, batch: &Batch, person: PersonId) -> bool {
        self.earlier
            .get(&batch.id)
            .is_some_and(|earlier| earlier.seats.iter().any(|seat| seat.person == person))
    }

    /// Whether the batch was frozen in the earlier plan.
    pub(super) fn was_frozen(&self, batch: &Batch) -> bool {
        self.earlier
            .get(&batch.id)
            .is_some_and(|earlier| earlier.publication == Publication::Frozen)
    }

    /// The slot that follows in working time.
    pub(super) fn next(&self, (day, slot): At) -> Option<At> {
        if usize::from(slot) + 1 < self.calendar.slots(day).len() {
            return Some((day, slot + 1));
        }
        let after = self.working.partition_point(|other| *other <= day);
        self.working.get(after).map(|day| (*day, 0))
    }
}

/// The slots of a session, in the order in which it names them.
pub(super) fn slots(session: &Session) -> impl Iterator<Item = At> {
    session.times.iter().flat_map(|span| {
        (0..span.count).map(move |step| (span.date, span.first.saturating_add(step)))
    })
}

/// The days of a session, each once.
pub(super) fn days(session: &Session) -> BTreeSet<NaiveDate> {
    session.times.iter().map(|span| span.date).collect()
}

/// The first and the last slot of a batch.
pub(super) fn extent(batch: &Batch) -> Option<(At, At)> {
    let all = || batch.sessions.iter().flat_map(slots);
    Some((all().min()?, all().max()?))
}
