//! Problems at the edge of what can be: no money, a unit of one, and several walkers.

use bangkom_domain::json;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::progress::Silent;
use bangkom_schedule::search::Budget;
use bangkom_schedule::{PlanOptions, Problem, Refusal, check, plan};
use proptest::prelude::*;

use crate::case::Case;
use crate::random;
use crate::small::person;

/// Only the first person of unit A is left, and the seats of BASIC are claimed.
fn unit_of_one(at_least_one: bool) -> Case {
    let mut case = Case::new();
    case.people
        .retain(|employee| employee.id == person(0) || employee.unit.as_str() == "B");
    case.city.demand.rows.retain(|row| {
        let stays = row.person == person(0) || row.person >= person(4);
        stays && row.program.as_str() == "BASIC"
    });
    for rule in &mut case.city.resources.staffing {
        rule.at_least_one = at_least_one;
    }
    case.refresh();
    case
}

#[test]
fn a_budget_of_zero_opens_nothing_and_says_why() {
    let mut case = Case::new();
    case.city.resources.funds[0].amount = Rupiah::new(0);
    assert!(case.findings().is_empty());
    let solution = case.solve();
    assert!(check(&case.inputs(), solution.plan()).is_empty());
    assert!(solution.plan().batches.is_empty());
    assert_eq!((solution.score().value, solution.bound().value), (0, 0));
    assert_eq!(solution.waiting().len(), case.city.demand.rows.len());
    for row in solution
        .waiting()
        .iter()
        .filter(|row| row.program.as_str() == "BASIC")
    {
        let no_money = |reason: &Refusal| matches!(reason, Refusal::NoMoney { .. });
        assert!(row.reasons.iter().any(no_money), "{:?}", row.reasons);
    }
}

#[test]
fn a_unit_of_one_sends_nobody_unless_one_may_always_go() {
    for at_least_one in [false, true] {
        let case = unit_of_one(at_least_one);
        let solution = case.solve();
        assert!(check(&case.inputs(), solution.plan()).is_empty());
        let mut batches = solution.plan().batches.iter();
        let goes = batches.any(|batch| batch.seats.iter().any(|seat| seat.person == person(0)));
        assert_eq!(goes, at_least_one);
        let waits = solution
            .waiting()
            .iter()
            .find(|row| row.person == person(0));
        let never = |reason: &Refusal| matches!(reason, Refusal::UnitNeverFree { .. });
        assert_eq!(
            waits.is_some_and(|row| row.reasons.iter().any(never)),
            !at_least_one
        );
    }
}

#[test]
fn what_more_would_be_worth_comes_with_the_plan() {
    let mut case = Case::new();
    case.city.resources.funds[0].amount = Rupiah::new(3_000);
    let solution = case.solve();
    assert!(!solution.marginals().is_empty());
    assert!(solution.marginals().iter().all(|one| one.thousandths > 0));
    let text = json::write(&solution).unwrap();
    assert_eq!(
        json::read::<bangkom_schedule::Solution>(&text).unwrap(),
        solution
    );
}

proptest! {
    #[test]
    fn threads_change_no_byte_and_walkers_keep_every_rule(seed: u64) {
        let case = random::problem(seed);
        let problem = Problem::new(case.inputs()).value;
        let options = PlanOptions::default().seed(seed).budget(Budget::Moves(6_000)).walkers(3);
        let run = |threads| plan(&problem, &options.threads(threads), &mut Silent).unwrap();
        let one = run(1);
        prop_assert!(check(&case.inputs(), one.plan()).is_empty());
        prop_assert_eq!(json::write(&one).unwrap(), json::write(&run(2)).unwrap());
    }

    #[test]
    fn a_plan_without_a_guide_keeps_every_rule(seed: u64) {
        let case = random::problem(seed);
        let problem = Problem::new(case.inputs()).value;
        let plain = plan(&problem, &PlanOptions::default().guided(false), &mut Silent).unwrap();
        prop_assert!(check(&case.inputs(), plain.plan()).is_empty());
        prop_assert!(plain.score().value <= plain.bound().value);
    }
}
