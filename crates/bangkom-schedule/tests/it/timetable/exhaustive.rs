//! Small cases: the solver finds what trying everything finds.

use bangkom_domain::id::InstructorId;
use bangkom_domain::progress::Silent;
use bangkom_schedule::Score;
use bangkom_schedule::check::timetable::score;
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{
    Assignment, Input, Problem, Session, SolveOptions, Timetable, Venue, solve,
};
use proptest::prelude::*;

use super::random;

/// A random problem, cut down so that everything can be tried.
fn small(seed: u64, plain: bool) -> Problem {
    let mut input: Input = random::input(seed, plain);
    input.days.truncate(2);
    for day in &mut input.days {
        day.slots = day.slots.min(3);
    }
    input.rooms.truncate(2);
    let mut left = 3;
    for batch in &mut input.batches {
        batch.sessions.truncate(left.min(2));
        left -= batch.sessions.len();
        batch.instructors.truncate(2);
    }
    Problem::new(input).value
}

/// Every team of so many instructors, of two at most.
fn teams(problem: &Problem, size: u8) -> Vec<Vec<InstructorId>> {
    let ids: Vec<&InstructorId> = problem.instructors().iter().map(|one| &one.id).collect();
    let pairs = ids.iter().flat_map(|first| {
        let second = ids.iter().filter(move |second| first < second);
        second.map(|second| vec![(*first).clone(), (*second).clone()])
    });
    match size {
        0 => vec![Vec::new()],
        1 => ids.iter().map(|id| vec![(*id).clone()]).collect(),
        _ => pairs.collect(),
    }
}

/// Every place of a session, and no place.
fn places(problem: &Problem, session: &Session) -> Vec<Option<Assignment>> {
    let mut places = vec![None];
    for start in 0..problem.slots() {
        for room in problem.rooms() {
            for team in teams(problem, session.instructors) {
                let in_room = matches!(session.venue, Venue::Room(_));
                let assignment = Assignment {
                    session: session.id.clone(),
                    start,
                    room: in_room.then(|| room.id.clone()),
                    instructors: team.clone(),
                };
                if !places.contains(&Some(assignment.clone())) {
                    places.push(Some(assignment));
                }
            }
        }
    }
    places
}

/// The best score of all plans that break nothing that blocks.
fn best(problem: &Problem) -> Score {
    let sessions = problem.batches().iter().flat_map(|batch| &batch.sessions);
    let mut plans = vec![Timetable::default()];
    for session in sessions {
        let places = places(problem, session);
        let longer = plans.iter().flat_map(|plan| {
            let with = |place: &Option<Assignment>| {
                let mut plan = plan.clone();
                plan.assignments.extend(place.clone());
                plan
            };
            places.iter().map(with).collect::<Vec<_>>()
        });
        // What breaks a blocking rule breaks it with more sessions too.
        plans = longer
            .filter(|plan| score(problem, plan).hard == 0)
            .collect();
    }
    plans.iter().map(|plan| score(problem, plan)).max().unwrap()
}

/// An eighth of the usual number: each case tries very many plans.
fn cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = usual.cases.div_ceil(8);
    ProptestConfig { cases, ..usual }
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn the_best_plan_is_found(seed: u64, plain: bool) {
        let problem = small(seed, plain);
        let options = SolveOptions::default().budget(Budget::Moves(160_000)).walkers(8);
        let found = solve(&problem, &options, &mut Silent).score();
        prop_assert_eq!(found, best(&problem));
    }
}
