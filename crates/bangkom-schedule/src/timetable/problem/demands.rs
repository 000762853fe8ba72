use super::{Batch, Problem, Session, TimetableFinding as F, Venue};
use crate::rules::timetable::{Rule, Severity};

/// Finds what no plan can satisfy: the sessions concerned will have no place.
pub(super) fn check(problem: &Problem, findings: &mut Vec<F>) {
    let blocks = |rule| problem.rules().of(rule).severity == Severity::Block;
    let longest = problem
        .days()
        .iter()
        .map(|day| u32::from(day.slots))
        .max()
        .unwrap_or(0);
    for (index, batch) in problem.batches().iter().enumerate() {
        for session in &batch.sessions {
            too_long(problem, session, longest, findings);
            if blocks(Rule::Features) && !has_room(problem, session) {
                let session = session.id.clone();
                findings.push(F::NoRoomWithFeatures { session });
            }
        }
        if blocks(Rule::Capacity) {
            large_enough(problem, index, batch, findings);
        }
        let taught = batch.sessions.iter().any(|session| session.taught);
        if taught && batch.instructors.is_empty() && blocks(Rule::Qualification) {
            let batch = batch.id.clone();
            findings.push(F::NobodyQualified { batch });
        }
    }
}

fn too_long(problem: &Problem, session: &Session, longest: u32, findings: &mut Vec<F>) {
    let longest = if session.spans_days {
        problem.slots()
    } else {
        longest
    };
    if u32::from(session.slots) > longest && longest > 0 {
        findings.push(F::SessionTooLong {
            session: session.id.clone(),
            slots: session.slots,
            longest,
        });
    }
}

fn has_room(problem: &Problem, session: &Session) -> bool {
    let Venue::Room(needs) = &session.venue else {
        return true;
    };
    problem
        .rooms()
        .iter()
        .any(|room| needs.is_subset(&room.features))
}

fn large_enough(problem: &Problem, index: usize, batch: &Batch, findings: &mut Vec<F>) {
    let seats = problem.seats(index);
    let needs = |session: &Session| matches!(session.venue, Venue::Room(_));
    let fits = problem.rooms().iter().any(|room| room.capacity >= seats);
    if !fits && batch.sessions.iter().any(needs) {
        findings.push(F::NoRoomLargeEnough {
            batch: batch.id.clone(),
            seats,
        });
    }
}
