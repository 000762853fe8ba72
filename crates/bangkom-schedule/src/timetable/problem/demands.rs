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
            let excepted = problem.excepted(&session.id) & Rule::Features.bit() != 0;
            if blocks(Rule::Features) && !excepted && !has_room(problem, session) {
                let session = session.id.clone();
                findings.push(F::NoRoomWithFeatures { session });
            }
        }
        if blocks(Rule::Capacity) {
            large_enough(problem, index, batch, findings);
        }
        if blocks(Rule::Qualification) {
            qualified(problem, batch, findings);
        }
    }
}

/// Nobody, or too few, may teach sessions that need instructors.
fn qualified(problem: &Problem, batch: &Batch, findings: &mut Vec<F>) {
    let qualified = batch.instructors.len();
    let holds = |session: &&Session| {
        let excepted = problem.excepted(&session.id) & Rule::Qualification.bit() != 0;
        usize::from(session.instructors) > qualified && !excepted
    };
    let short: Vec<&Session> = batch.sessions.iter().filter(holds).collect();
    if qualified == 0 && !short.is_empty() {
        let batch = batch.id.clone();
        findings.push(F::NobodyQualified { batch });
        return;
    }
    findings.extend(short.into_iter().map(|session| F::TooFewQualified {
        session: session.id.clone(),
        needed: session.instructors,
        qualified,
    }));
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
    let needs = |session: &Session| {
        let excepted = problem.excepted(&session.id) & Rule::Capacity.bit() != 0;
        matches!(session.venue, Venue::Room(_)) && !excepted
    };
    let fits = problem.rooms().iter().any(|room| room.capacity >= seats);
    if !fits && batch.sessions.iter().any(needs) {
        findings.push(F::NoRoomLargeEnough {
            batch: batch.id.clone(),
            seats,
        });
    }
}
