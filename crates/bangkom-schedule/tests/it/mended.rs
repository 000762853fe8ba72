//! An announced plan that loses a room or an instructor keeps more than dropping would.

use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{BatchId, PersonId, ProgramId};
use bangkom_domain::plan::{Plan, Publication, Session};
use bangkom_schedule::{PlanViolation as V, QualityWeights, check, score};
use bangkom_testkit::Rng;
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::case::Case;
use crate::random::problem;
use crate::small::{days, instructor};

/// A problem whose plan is announced and then loses something.
fn altered(seed: u64) -> (Case, Plan) {
    let mut case = problem(seed);
    let mut plan = case.solve().into_plan();
    for batch in &mut plan.batches {
        batch.publication = Publication::Published;
    }
    let mut rng = Rng::new(seed, "altered");
    let resources = &mut case.city.resources;
    if rng.chance(0.5) {
        resources.instructors[0]
            .unavailable
            .push(days((4, 1), (5, 31)));
    } else {
        resources.rooms[0].unavailable.push(days((4, 1), (4, 24)));
    }
    (case, plan)
}

/// The plan without what cannot stand, and without what builds on it.
fn without_the_broken(case: &Case, plan: &Plan) -> Plan {
    let mut left = plan.clone();
    loop {
        let (mut batches, mut seats) = (BTreeSet::new(), BTreeSet::new());
        for violation in check(&case.inputs(), &left) {
            match violation {
                V::RoomUnavailable { session, .. } | V::InstructorUnavailable { session, .. } => {
                    batches.insert(owner(&left, session.as_str()));
                }
                V::TooFewSeats { batch, .. }
                | V::TooFewUnits { batch, .. }
                | V::UnitShare { batch, .. } => {
                    batches.insert(batch);
                }
                V::Prerequisite { batch, person, .. } => {
                    seats.insert((batch, person));
                }
                other => assert!(matches!(other, V::WrongCost { .. }), "{other:?}"),
            }
        }
        if batches.is_empty() && seats.is_empty() {
            return left;
        }
        left.batches.retain(|batch| !batches.contains(&batch.id));
        for batch in &mut left.batches {
            let id = batch.id.clone();
            batch
                .seats
                .retain(|seat| !seats.contains(&(id.clone(), seat.person)));
        }
    }
}

fn owner(plan: &Plan, session: &str) -> BatchId {
    let mut batches = plan.batches.iter();
    let holds = |batch: &&bangkom_domain::plan::Batch| {
        batch.sessions.iter().any(|one| one.id.as_str() == session)
    };
    batches.find(holds).unwrap().id.clone()
}

/// The first day of each seat.
fn begins(plan: &Plan) -> BTreeMap<(PersonId, ProgramId), Option<NaiveDate>> {
    let batches = plan.batches.iter();
    let seats = batches.flat_map(|batch| {
        let first = batch.sessions.iter().filter_map(Session::first_day).min();
        let seats = batch.seats.iter();
        seats.map(move |seat| ((seat.person, batch.program.clone()), first))
    });
    seats.collect()
}

/// How many seats of a plan are lost in another, or begin on another day.
fn changes(before: &Plan, after: &Plan) -> usize {
    let after = begins(after);
    let before = begins(before).into_iter();
    before
        .filter(|(pair, first)| after.get(pair) != Some(first))
        .count()
}

proptest! {
    #[test]
    fn a_mended_plan_is_no_worse_than_what_is_left(seed: u64) {
        let (mut case, announced) = altered(seed);
        let left = without_the_broken(&case, &announced);
        let weights = QualityWeights::default();
        let dropped = score(&case.inputs(), &left, &weights);
        case.fixed = Some(announced.clone());
        let mended = case.solve();
        let found = check(&case.inputs(), mended.plan());
        prop_assert!(found.is_empty(), "{:?}", found.as_slice());
        let score = mended.score();
        prop_assert!((score.mandatory, score.value) >= (dropped.mandatory, dropped.value));
        prop_assert!(changes(&announced, mended.plan()) <= changes(&announced, &left));
    }
}

#[test]
fn another_room_or_instructor_changes_no_seat() {
    let mut case = Case::new();
    let mut announced = case.plan.clone();
    for batch in &mut announced.batches {
        batch.publication = Publication::Published;
    }
    let resources = &mut case.city.resources;
    resources.instructors[0]
        .unavailable
        .push(days((4, 1), (5, 31)));
    let kind = bangkom_domain::resources::InstructorKind::Staff;
    resources
        .instructors
        .push(instructor("OTHER", kind, &["BASIC", "ADVANCED"]));
    case.fixed = Some(announced.clone());
    let mended = case.solve();
    assert!(check(&case.inputs(), mended.plan()).is_empty());
    assert_eq!(changes(&announced, mended.plan()), 0);
    let ids = |plan: &Plan| {
        plan.batches
            .iter()
            .map(|b| b.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(mended.plan()), ids(&announced));
}
