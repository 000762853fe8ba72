//! Position held, position to be held, requirement, performance.

use bangkom_domain::demand::Ground;
use bangkom_domain::evidence::{Aspect, SourceKind, Subject};
use bangkom_domain::id::PositionId;
use bangkom_domain::measure::Nano;

use crate::city::{City, competency, nano};

#[test]
fn the_ground_with_the_greatest_priority_leads_and_none_is_added() {
    let mut city = City::new();
    let anna = city.hire(1, "A1");
    city.roster.employees[0].next_position = Some(PositionId::new("chief").unwrap());
    city.require("A", "service", 4, 1);
    city.agree(anna, "service", 2.0);
    let need = city.analyze().needs.remove(0);
    let grounds: Vec<_> = need
        .grounds
        .iter()
        .map(|ground| (ground.ground, *ground.priority.reveal()))
        .collect();
    let expected = [
        (Ground::NextPosition, nano(12.0)),
        (Ground::PositionHeld, nano(10.0)),
        (Ground::Requirement, nano(2.0)),
    ];
    assert_eq!(grounds, expected);
    assert_eq!(*need.priority.reveal(), nano(12.0));
    assert_eq!(*need.gap.reveal(), nano(3.0));
}

#[test]
fn a_requirement_holds_below_its_unit_and_for_its_positions_only() {
    let mut city = City::new();
    for (number, unit) in [(1, "A1"), (2, "B")] {
        let person = city.hire(number, unit);
        city.agree(person, "digital", 4.0);
    }
    city.require("A", "digital", 5, 3);
    let needs = city.analyze().needs;
    assert_eq!(needs.len(), 1);
    assert_eq!(needs[0].unit.as_str(), "A1");
    assert!(needs[0].leading().unwrap().needed_by.is_some());
    city.catalog.requirements[0].scope.positions = vec![PositionId::new("chief").unwrap()];
    assert!(city.analyze().needs.is_empty());
}

#[test]
fn surplus_stays_apart() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.agree(anna, "digital", 5.0);
    let analysis = city.analyze();
    assert_eq!(analysis.needs.len(), 1);
    let met = &analysis.met[0];
    assert_eq!(met.competency, competency("digital"));
    assert_eq!(
        (*met.gap.reveal(), *met.surplus.reveal()),
        (Nano::ZERO, nano(2.0))
    );
    assert_eq!(*analysis.needs[0].surplus.reveal(), Nano::ZERO);
}

#[test]
fn a_performance_gap_is_no_gap_of_competency() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.record(
        SourceKind::Appraisal,
        Subject::Person(anna),
        Aspect::Performance,
        2.0,
        0,
    );
    let analysis = city.analyze();
    assert!(analysis.needs.is_empty());
    assert_eq!(*analysis.performance[0].gap.reveal(), nano(1.0));
    city.evidence.records[0].value = 3.0.into();
    assert!(city.analyze().performance.is_empty());
}

#[test]
fn ranking_is_total() {
    let mut city = City::new();
    for number in [3, 1, 2] {
        let person = city.hire(number, "A");
        city.agree(person, "service", if number == 2 { 1.0 } else { 2.0 });
        city.agree(person, "digital", 2.0);
    }
    let analysis = city.analyze();
    let order: Vec<_> = analysis
        .needs
        .iter()
        .map(|need| (need.person, need.competency.as_str()))
        .collect();
    let person = crate::city::person;
    let expected = [
        (person(2), "service"),
        (person(1), "service"),
        (person(3), "service"),
        (person(1), "digital"),
        (person(2), "digital"),
        (person(3), "digital"),
    ];
    assert_eq!(order, expected);
}
