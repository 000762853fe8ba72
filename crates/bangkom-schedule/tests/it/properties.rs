//! What holds for every problem.

use bangkom_domain::json;
use bangkom_domain::plan::Publication;
use bangkom_domain::progress::{Progress, Silent};
use bangkom_schedule::{PlanOptions, Problem, StopReason, Windows, check, plan};
use chrono::Days;
use proptest::prelude::*;
use std::ops::ControlFlow;

use crate::case::Case;
use crate::random::problem;

fn clean(case: &Case) -> Result<(), TestCaseError> {
    let solution = case.solve();
    let found = check(&case.inputs(), solution.plan());
    prop_assert!(found.is_empty(), "{:?}", found.as_slice());
    prop_assert_eq!(solution.score().hard, 0);
    prop_assert!(solution.score().value <= solution.bound().value);
    for row in solution.waiting() {
        prop_assert!(!row.reasons.is_empty(), "{} {}", row.person, row.program);
    }
    let seats: usize = solution
        .plan()
        .batches
        .iter()
        .map(|batch| batch.seats.len())
        .sum();
    prop_assert_eq!(
        seats + solution.waiting().len(),
        case.city.demand.rows.len()
    );
    Ok(())
}

proptest! {
    #[test]
    fn plans_are_feasible_explained_and_bounded(seed: u64) {
        clean(&problem(seed))?;
    }

    #[test]
    fn the_order_of_rows_changes_no_byte(seed: u64) {
        let mut case = problem(seed);
        let before = json::write(&case.solve()).unwrap();
        case.city.demand.rows.reverse();
        case.city.resources.rooms.reverse();
        case.city.resources.instructors.reverse();
        case.city.resources.staffing.reverse();
        case.ledger.entries.reverse();
        case.decisions.decisions.reverse();
        case.people.reverse();
        case.programs.reverse();
        case.refresh();
        prop_assert_eq!(json::write(&case.solve()).unwrap(), before);
    }

    #[test]
    fn a_plan_that_stands_stays(seed: u64, frozen: bool) {
        let mut case = problem(seed);
        let mut earlier = case.solve().into_plan();
        for batch in &mut earlier.batches {
            batch.publication = if frozen { Publication::Frozen } else { Publication::Published };
            batch.seats[0].pinned = true;
        }
        case.fixed = Some(earlier.clone());
        let problem = Problem::new(case.inputs());
        let pinned = problem.findings.iter().any(|finding| {
            matches!(finding, bangkom_schedule::ProblemFinding::Pinned { .. })
        });
        prop_assert!(!pinned);
        let solution = case.solve();
        let found = check(&case.inputs(), solution.plan());
        prop_assert!(found.is_empty(), "{:?}", found.as_slice());
        prop_assert_eq!(solution.score().stability, 0);
        for batch in &earlier.batches {
            let now = solution.plan().batches.iter().find(|other| other.id == batch.id);
            prop_assert_eq!(now.map(|now| &now.sessions), Some(&batch.sessions));
        }
        prop_assert!(solution.score().value <= solution.bound().value);
    }

    #[test]
    fn the_rest_of_the_year_is_planned_again(seed: u64, today in 0_u64..50) {
        let mut case = problem(seed);
        let year = case.solve().into_plan();
        let today = case.city.resources.horizon.first() + Days::new(today);
        let standing = Windows { today, notice_days: 7 }.of(&year);
        case.fixed = Some(standing.clone());
        case.policy = case.policy.clone().not_before(Some(today + Days::new(1)));
        let again = case.solve();
        let found = check(&case.inputs(), again.plan());
        prop_assert!(found.is_empty(), "{:?}", found.as_slice());
        for batch in &standing.batches {
            let now = again.plan().batches.iter().find(|other| other.id == batch.id);
            match batch.publication {
                Publication::Frozen => prop_assert_eq!(now, Some(batch)),
                Publication::Published => {
                    prop_assert_eq!(now.map(|now| &now.sessions), Some(&batch.sessions));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn work_that_is_stopped_leaves_a_feasible_plan(seed: u64, after in 0_u64..4) {
        let case = problem(seed);
        let problem = Problem::new(case.inputs()).value;
        let mut seen: Vec<Progress> = Vec::new();
        let mut observer = |progress: Progress| {
            seen.push(progress);
            if seen.len() as u64 > after { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let solution = plan(&problem, &PlanOptions::default(), &mut observer).unwrap();
        prop_assert!(check(&case.inputs(), solution.plan()).is_empty());
        prop_assert!(solution.waiting().iter().all(|row| !row.reasons.is_empty()));
        for phase in seen.chunk_by(|a, b| a.phase == b.phase) {
            let rising = phase.windows(2).all(|pair| pair[0].done <= pair[1].done);
            let known = phase.iter().all(|p| p.done <= p.total && p.total == phase[0].total);
            prop_assert!(rising && known);
        }
        if solution.stop() == StopReason::Finished {
            prop_assert_eq!(json::write(&solution).unwrap(), json::write(&case.solve()).unwrap());
        }
    }
}

#[test]
fn the_same_problem_gives_the_same_bytes_and_reads_back() {
    let case = Case::new();
    let solution = plan(
        &Problem::new(case.inputs()).value,
        &PlanOptions::default(),
        &mut Silent,
    )
    .unwrap();
    let text = json::write(&solution).unwrap();
    assert_eq!(text, json::write(&case.solve()).unwrap());
    let back: bangkom_schedule::Solution = json::read(&text).unwrap();
    assert_eq!(back, solution);
}

#[test]
fn options_without_dates_are_refused() {
    let case = Case::new();
    let problem = Problem::new(case.inputs()).value;
    let error = plan(&problem, &PlanOptions::default().starts(0), &mut Silent).unwrap_err();
    assert!(error.is_options());
}
