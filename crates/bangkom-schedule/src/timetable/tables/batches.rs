use std::collections::BTreeSet;

use super::Prices;
use crate::problem::bits::BitTable;
use crate::rules::timetable::Rule;
use crate::timetable::problem::{Batch, Booking, Instructor, Problem, Session, Window};

/// The instructor of all sessions of a batch, when there is only one who may teach them.
pub(super) fn only_instructor<'a>(
    problem: &'a Problem,
    prices: &Prices,
    batch: &Batch,
) -> Option<&'a Instructor> {
    let [only] = batch.instructors.as_slice() else {
        return None;
    };
    let mut sessions = batch.sessions.iter();
    let by_one = sessions.all(|session| session.instructors == 1 && keeps(problem, session));
    let fixed = by_one && prices.of(Rule::Qualification).blocks;
    problem.instructor(only).filter(|_| fixed)
}

/// The batches that can never meet at the same time: they share people, or their only
/// instructor. Each batch is among its own.
pub(super) fn neighbours(problem: &Problem, prices: &Prices) -> Vec<Vec<u32>> {
    let only: Vec<_> = problem
        .batches()
        .iter()
        .map(|batch| only_instructor(problem, prices, batch).map(|instructor| &instructor.id))
        .collect();
    let of = |batch: usize| {
        let same = |other: &usize| only[batch].is_some() && only[*other] == only[batch];
        let mut all: BTreeSet<usize> = problem.sharing(batch).collect();
        all.extend((0..only.len()).filter(same));
        all.insert(batch);
        all.into_iter().map(|other| other as u32).collect()
    };
    (0..only.len()).map(of).collect()
}

/// Whether the session must have qualified instructors who are available.
fn keeps(problem: &Problem, session: &Session) -> bool {
    let rules = Rule::Qualification.bit() | Rule::Availability.bit();
    problem.excepted(&session.id) & rules == 0
}

/// The slots in which a batch can have no session, whatever the others do.
///
/// Where a session need not be available, what is not booked is left to the kinds of sessions.
pub(super) fn closed(problem: &Problem, prices: &Prices) -> BitTable {
    let mut closed = BitTable::new(problem.batches().len(), problem.slots() as usize);
    let blocks = prices.of(Rule::Availability).blocks;
    for (index, batch) in problem.batches().iter().enumerate() {
        let only = only_instructor(problem, prices, batch);
        let booked = booked(problem, index, only);
        let away = blocks && !is_excepted(problem, batch);
        for slot in 0..problem.slots() {
            let within = booked.iter().any(|w| w.contains(slot));
            if within || (away && is_away(problem, index, slot)) {
                closed.set(index, slot);
            }
            let gone = |who: &Instructor| !who.is_there(slot);
            if away && only.is_some_and(gone) {
                closed.set(index, slot);
            }
        }
    }
    closed
}

/// Whether a session of the batch is excepted from the rule on availability.
pub(super) fn is_excepted(problem: &Problem, batch: &Batch) -> bool {
    let bit = Rule::Availability.bit();
    let mut sessions = batch.sessions.iter();
    sessions.any(|session| problem.excepted(&session.id) & bit != 0)
}

/// Whether the batch or one of its people is not available in the slot.
pub(super) fn is_away(problem: &Problem, index: usize, slot: u32) -> bool {
    let within = |windows: &[Window]| windows.iter().any(|w| w.contains(slot));
    let mut people = problem.people_of(index);
    within(&problem.batches()[index].unavailable)
        || people.any(|person| within(&person.unavailable))
}

fn booked(problem: &Problem, index: usize, only: Option<&Instructor>) -> Vec<Window> {
    let concerns = |booking: &&Booking| {
        let mut people = booking.people.iter();
        people.any(|person| problem.attends(*person, index))
            || only.is_some_and(|who| booking.instructor.as_ref() == Some(&who.id))
    };
    let bookings = problem.bookings().iter().filter(concerns);
    bookings.map(|booking| booking.window).collect()
}
