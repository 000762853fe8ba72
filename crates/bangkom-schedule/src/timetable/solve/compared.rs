//! Every difference is compared with the score that the rules' own files compute.

#[path = "../../../tests/it/timetable/random.rs"]
mod random;

use proptest::prelude::*;

use super::solve::plan;
use super::walk::Walk;
use crate::check::timetable::score;
use crate::rules::Score;
use crate::search::{Landscape, Rng};
use crate::timetable::problem::{Need, Problem};
use crate::timetable::state::State;
use crate::timetable::tables::Tables;

/// The energy of the plan, by the rules' own files.
fn recomputed(problem: &Problem, state: &State<'_>) -> i64 {
    let Score {
        hard,
        mandatory,
        stability,
        value,
        quality,
    } = score(problem, &plan(problem, state.tables, state.places()));
    assert_eq!(hard, 0);
    let sessions = problem.batches().iter().flat_map(|batch| &batch.sessions);
    let all: i64 = sessions
        .map(|session| match session.need {
            Need::Value(points) => i64::from(points),
            Need::Mandatory => 0,
        })
        .sum();
    state
        .tables
        .prices
        .energy([-quality, all - value, -stability, -mandatory])
}

/// Compares who keeps a batch out of a slot with a look at every session.
fn blockers_are_right(state: &State<'_>) -> bool {
    let t = state.tables;
    let is_there = |session: usize, slot: usize| {
        let kind = t.sessions.kind_of[session] as usize;
        t.block(kind, state.places()[session])
            .contains(&(slot as u32))
    };
    let sessions = 0..t.sessions.kind_of.len();
    let mut all = (0..t.batches).flat_map(|batch| (0..t.slots).map(move |slot| (batch, slot)));
    all.all(|(batch, slot)| {
        let keeps_out = |session: &usize| {
            is_there(*session, slot) && t.conflicts.get(batch, t.sessions.batch_of[*session])
        };
        let mut found = sessions.clone().filter(keeps_out);
        match (state.blocked(batch, slot), found.next(), found.next()) {
            (1, Some(one), None) => state.blocker(batch, slot) == one as u32,
            (1, ..) => false,
            _ => true,
        }
    })
}

/// Makes moves by chance and compares each.
fn compare<const PLAIN: bool>(problem: &Problem, seed: u64) -> Result<u32, TestCaseError> {
    let tables = Tables::new(problem);
    let mut rng = Rng::new(seed);
    let mut walk = Walk::<PLAIN>::new(State::new(&tables));
    prop_assert_eq!(walk.energy(), recomputed(problem, &walk.state));
    let mut made = 0;
    for _ in 0..150 {
        let Some(step) = walk.propose(&mut rng) else {
            continue;
        };
        let before = walk.state.places().to_vec();
        let Some(delta) = walk.delta(step) else {
            continue;
        };
        prop_assert_eq!(walk.state.places(), before.as_slice());
        walk.apply(step, delta);
        prop_assert!(blockers_are_right(&walk.state), "{:?}", step);
        made += 1;
        prop_assert_eq!(
            walk.energy(),
            recomputed(problem, &walk.state),
            "{:?}",
            step
        );
    }
    Ok(made)
}

proptest! {
    #[test]
    fn differences_are_those_of_the_rules(seed: u64) {
        let problem = Problem::new(random::input(seed, false)).value;
        compare::<false>(&problem, seed)?;
    }

    #[test]
    fn plain_differences_are_those_of_the_rules(seed: u64) {
        let problem = Problem::new(random::input(seed, true)).value;
        prop_assume!(Tables::new(&problem).plain);
        let made = compare::<true>(&problem, seed)?;
        prop_assert!(made > 0 || problem.batches().is_empty());
        // The general code sees the same problem in the same way.
        compare::<false>(&problem, seed)?;
    }
}
