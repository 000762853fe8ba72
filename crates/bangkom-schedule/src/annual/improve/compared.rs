//! What every move changes is compared with a state that takes the same batches anew.

#[path = "../../../tests/it/case.rs"]
#[expect(dead_code, reason = "the integration tests use the rest")]
mod case;
#[path = "../../../tests/it/random.rs"]
mod random;
#[path = "../../../tests/it/small.rs"]
#[expect(dead_code, reason = "the integration tests use the rest")]
mod small;

use proptest::prelude::*;

use super::outline::Outline;
use super::walk::Walk;
use crate::annual::PlanOptions;
use crate::annual::planning::courses;
use crate::annual::state::State;
use crate::check::check;
use crate::problem::Problem;

/// The tables of a state that do not depend on the order of seats.
fn tables(state: &State<'_>) -> impl PartialEq + std::fmt::Debug {
    (
        (state.busy.clone(), state.away.clone(), state.rooms.clone()),
        (
            state.unit_away.clone(),
            state.unit_days.clone(),
            state.taught.clone(),
        ),
        (
            state.teachers.clone(),
            state.money.clone(),
            state.worth,
            state.levels(),
        ),
    )
}

fn compare(problem: &Problem<'_>, seed: u64) -> Result<(), TestCaseError> {
    let mut state = State::new(problem);
    let mut courses = courses(&state);
    let orders = courses.iter().map(|course| course.order.clone()).collect();
    while let Some(program) = state.next_program(&courses) {
        state.open_next(program, &mut courses[program as usize], 2);
    }
    let mut walk = Walk::new(state, orders, &PlanOptions::default().seed(seed));
    for _ in 0..60 {
        walk.block(200);
        walk.shifts(100);
        let anew = Outline::of(&walk.state).restore(&walk.state);
        prop_assert_eq!(tables(&walk.state), tables(&anew));
        let plan = anew.plan(&anew.batch_ids());
        let found = check(&problem.inputs, &plan);
        prop_assert!(found.is_empty(), "{:?}", found.as_slice());
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_move_changes_what_it_says(seed: u64) {
        let case = random::problem(seed);
        compare(&Problem::new(case.inputs()).value, seed)?;
    }
}
