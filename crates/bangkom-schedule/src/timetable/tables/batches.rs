use std::collections::BTreeSet;

use super::Prices;
use crate::problem::bits::BitTable;
use crate::rules::timetable::Rule;
use crate::timetable::problem::{Batch, Instructor, Problem, Window};

/// The instructor of all sessions of a batch, when there is only one who may teach them.
pub(super) fn only_instructor<'a>(
    problem: &'a Problem,
    prices: &Prices,
    batch: &Batch,
) -> Option<&'a Instructor> {
    let [only] = batch.instructors.as_slice() else {
        return None;
    };
    let all_taught = batch.sessions.iter().all(|session| session.taught);
    let fixed = all_taught && prices.of(Rule::Qualification).blocks;
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

/// The slots in which a batch can have no session, whatever the others do.
pub(super) fn closed(problem: &Problem, prices: &Prices) -> BitTable {
    let mut closed = BitTable::new(problem.batches().len(), problem.slots() as usize);
    let blocks = prices.of(Rule::Availability).blocks;
    for (index, batch) in problem.batches().iter().enumerate() {
        let only = only_instructor(problem, prices, batch);
        let mut windows: Vec<Window> = Vec::new();
        for booking in problem.bookings() {
            let people = booking
                .people
                .iter()
                .any(|person| problem.attends(*person, index));
            let teacher = only.is_some_and(|who| booking.instructor.as_ref() == Some(&who.id));
            if people || teacher {
                windows.push(booking.window);
            }
        }
        if blocks {
            windows.extend(&batch.unavailable);
            windows.extend(
                problem
                    .people_of(index)
                    .flat_map(|person| &person.unavailable),
            );
            windows.extend(only.into_iter().flat_map(|who| &who.unavailable));
        }
        let contract = only.filter(|who| blocks && !who.contract.is_empty());
        for slot in 0..problem.slots() {
            let within = |windows: &[Window]| windows.iter().any(|w| w.contains(slot));
            let out = contract.is_some_and(|who| !within(&who.contract));
            if out || within(&windows) {
                closed.set(index, slot);
            }
        }
    }
    closed
}
