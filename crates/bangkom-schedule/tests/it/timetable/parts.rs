//! Explanations are computed from what a place touches; here they are compared with the checker
//! that recomputes the whole plan.

use bangkom_domain::id::SessionId;
use bangkom_domain::progress::Silent;
use bangkom_schedule::check::timetable::{
    Impossible, impossible, score, suggestions, unassigned, why_not,
};
use bangkom_schedule::rules::timetable::{Match, Rule, Severity};
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{Assignment, Problem, SolveOptions, Timetable, solve};
use proptest::prelude::*;

use super::random;

/// A plan of a random problem, part of it published, with a session fewer for each fifth.
fn planned(seed: u64) -> (Problem, Timetable) {
    let mut input = random::input(seed, false);
    let options = SolveOptions::default().budget(Budget::Moves(500));
    let first = solve(&Problem::new(input.clone()).value, &options, &mut Silent);
    let mut plan = first.into_plan();
    let told = plan
        .assignments
        .iter()
        .enumerate()
        .filter(|(at, _)| at % 2 == 0);
    input.published = told.map(|(_, assignment)| assignment.clone()).collect();
    let mut at = 0;
    plan.assignments.retain(|_| {
        at += 1;
        at % 5 != seed % 5
    });
    (Problem::new(input).value, plan)
}

fn blocks(problem: &Problem, found: &Match) -> bool {
    problem.rules().of(found.rule).severity == Severity::Block
}

/// The plan with this assignment instead of the session's own.
fn with(plan: &Timetable, assignment: &Assignment) -> Timetable {
    let mut plan = plan.clone();
    plan.assignments
        .retain(|other| other.session != assignment.session);
    plan.assignments.push(assignment.clone());
    plan
}

proptest! {
    #[test]
    fn suggestions_have_the_score_of_the_checker(seed: u64, pick: prop::sample::Index) {
        let (problem, plan) = planned(seed);
        let ids: Vec<SessionId> = problem
            .batches()
            .iter()
            .flat_map(|batch| batch.sessions.iter().map(|session| session.id.clone()))
            .collect();
        prop_assume!(!ids.is_empty());
        let all = suggestions(&problem, &plan, pick.get(&ids), usize::MAX);
        for suggestion in all.iter().step_by(7) {
            let recomputed = score(&problem, &with(&plan, &suggestion.assignment));
            prop_assert_eq!(suggestion.score, recomputed, "{:?}", suggestion.assignment);
        }
        prop_assert!(all.is_sorted_by(|first, second| first.score >= second.score));
        let some = suggestions(&problem, &plan, pick.get(&ids), 3);
        prop_assert_eq!(&some, &all[..some.len()]);
    }

    #[test]
    fn relaxations_are_what_the_checker_says(seed: u64) {
        let (problem, plan) = planned(seed);
        for open in unassigned(&problem, &plan) {
            for way in &open.relaxations {
                let answer = why_not(&problem, &plan, &way.assignment);
                let against = answer.against.into_iter().filter(|found| blocks(&problem, found));
                prop_assert_eq!(&against.collect::<Vec<_>>(), &way.against);
            }
            let all = suggestions(&problem, &plan, &open.session, usize::MAX);
            prop_assert_eq!(all.len() as u64, open.places);
            let (mut free, mut reasons) = (0, vec![0_u64; Rule::ALL.len()]);
            for place in &all {
                let answer = why_not(&problem, &plan, &place.assignment);
                let mut rules: Vec<Rule> = answer
                    .against
                    .iter()
                    .filter(|found| blocks(&problem, found))
                    .map(|found| found.rule)
                    .collect();
                rules.dedup();
                free += u64::from(rules.is_empty());
                for rule in rules {
                    reasons[rule as usize] += 1;
                }
            }
            prop_assert_eq!(free, open.free);
            let told = Rule::ALL.iter().map(|rule| (*rule, reasons[*rule as usize]));
            let told: Vec<_> = told.filter(|(_, places)| *places > 0).collect();
            prop_assert_eq!(told, open.reasons);
        }
    }

    #[test]
    fn the_solver_tells_of_the_same_impossible_things_as_the_checker(seed: u64, plain: bool) {
        let mut input = random::input(seed, plain);
        input.rooms.truncate(1 + (seed % 2) as usize);
        input.days.truncate(2);
        let problem = Problem::new(input).value;
        let options = SolveOptions::default().budget(Budget::Moves(500));
        let solution = solve(&problem, &options, &mut Silent);
        let found = impossible(&problem);
        prop_assert_eq!(solution.impossible(), found.as_slice());
        // What is impossible is not in the plan.
        for impossible in found {
            let sessions = match &impossible {
                Impossible::NoPlace { session, .. } => std::slice::from_ref(session),
                Impossible::TooManySessions { sessions, .. }
                | Impossible::TooLittle { sessions, .. } => sessions.as_slice(),
                _ => &[],
            };
            let all = sessions.iter().all(|session| solution.plan().of(session).is_some());
            prop_assert!(!all, "{impossible:?}");
        }
    }
}
