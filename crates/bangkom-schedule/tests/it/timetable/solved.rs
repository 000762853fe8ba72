//! What the solver gives stands before the checker, whatever the problem.

use std::ops::ControlFlow;

use bangkom_domain::json::{read, write};
use bangkom_domain::progress::{Progress, Silent};
use bangkom_schedule::check::timetable::{analyze, score};
use bangkom_schedule::search::{Budget, StopReason};
use bangkom_schedule::timetable::{Input, Method, Problem, SolveOptions, TimetableSolution, solve};
use proptest::prelude::*;

use super::{random, town};

fn options() -> SolveOptions<'static> {
    SolveOptions::default().budget(Budget::Moves(4_000))
}

fn problem(input: Input) -> Problem {
    Problem::new(input).value
}

proptest! {
    #[test]
    fn random_plans_break_nothing_that_blocks(seed: u64, plain: bool) {
        let problem = problem(random::input(seed, plain));
        let solution = solve(&problem, &options().seed(seed), &mut Silent);
        let analysis = analyze(&problem, solution.plan());
        let violations: Vec<_> = analysis.violations().collect();
        prop_assert!(violations.is_empty(), "{violations:?}");
        prop_assert_eq!(analysis.score, solution.score());
    }

    #[test]
    fn threads_and_the_order_of_rows_change_nothing(seed: u64, plain: bool) {
        let input = random::input(seed, plain);
        let mut turned = input.clone();
        turned.rooms.reverse();
        turned.instructors.reverse();
        turned.people.reverse();
        turned.cohorts.reverse();
        turned.batches.reverse();
        turned.days.reverse();
        let bytes = |input: Input, threads| {
            let options = options().seed(seed).walkers(2).threads(threads);
            write(&solve(&problem(input), &options, &mut Silent)).unwrap()
        };
        let once = bytes(input.clone(), 1);
        prop_assert_eq!(&once, &bytes(input, 2));
        prop_assert_eq!(&once, &bytes(turned, 1));
    }

    #[test]
    fn every_method_keeps_the_rules(seed: u64, count in 1_u32..500) {
        let problem = problem(random::input(seed, false));
        for method in [Method::StepCounting(u64::from(count)), Method::LateAcceptance(count)] {
            let solution = solve(&problem, &options().method(method), &mut Silent);
            prop_assert_eq!(analyze(&problem, solution.plan()).violations().count(), 0);
        }
    }
}

#[test]
fn the_town_gets_a_plan_without_faults() {
    let problem = problem(town::input());
    let solution = solve(&problem, &options(), &mut Silent);
    assert_eq!(solution.plan().assignments.len(), 8);
    let by_hand = score(&problem, &town::plan());
    assert!(
        solution.score() >= by_hand,
        "{} < {by_hand}",
        solution.score()
    );
}

#[test]
fn a_solution_is_a_document() {
    let solution = solve(&problem(town::input()), &options(), &mut Silent);
    let text = write(&solution).unwrap();
    assert!(text.contains("bangkom.timetable_solution/1"));
    assert_eq!(read::<TimetableSolution>(&text).unwrap(), solution);
}

#[test]
fn why_it_stopped_is_told() {
    let problem = problem(town::input());
    let nothing = solve(
        &Problem::new(Input::default()).value,
        &options(),
        &mut Silent,
    );
    assert_eq!(nothing.stop(), StopReason::Nothing);
    let none = solve(&problem, &options().budget(Budget::Moves(0)), &mut Silent);
    assert!(matches!(
        none.stop(),
        StopReason::Moves | StopReason::Perfect
    ));
    let mut seen = 0;
    let mut stop = |progress: Progress| {
        seen += 1;
        assert!(progress.done <= progress.total);
        ControlFlow::Break(())
    };
    assert_eq!(
        solve(&problem, &options(), &mut stop).stop(),
        StopReason::Observer
    );
    assert_eq!(seen, 1);
    let clock = || 5.0;
    let budget = Budget::Clock {
        clock: &clock,
        seconds: 0.0,
    };
    let mut input = town::input();
    input.batches[0].min_days = 4;
    let cut = solve(
        &Problem::new(input).value,
        &options().budget(budget),
        &mut Silent,
    );
    assert_eq!(cut.stop(), StopReason::Clock);
}

#[test]
fn overconstrained_problems_give_the_best_part() {
    let mut input = town::input();
    input.rooms.truncate(1);
    input.days.truncate(1);
    input.rooms[0].capacity = 3;
    let problem = problem(input);
    let solution = solve(&problem, &options(), &mut Silent);
    let analysis = analyze(&problem, solution.plan());
    assert!(analysis.is_feasible());
    assert!(!analysis.without_place.is_empty());
    assert_eq!(
        solution.score().mandatory,
        -(analysis.without_place.len() as i64)
    );
    assert!(solution.plan().assignments.len() >= 3);
}
