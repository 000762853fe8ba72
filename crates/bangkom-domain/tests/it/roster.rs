//! The checked roster: everything wrong is found at once, the rest is kept, in any order.

use std::collections::BTreeSet;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::finding::{Explain, Severity};
use bangkom_domain::id::UnitId;
use bangkom_domain::people::EmployeeNumber;
use bangkom_domain::roster::{CrossFinding, Roster, RosterFinding, cross_check};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::sample::{id, person};
use crate::{dirty, sample};

#[test]
fn the_sample_is_sound() {
    let checked = Roster::new(sample::roster());
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    assert_eq!(checked.value.data(), sample::roster());
}

#[test]
fn every_code_is_found_at_once() {
    let found: BTreeSet<_> = Roster::new(dirty::roster())
        .findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(found, RosterFinding::CODES.iter().copied().collect());
}

#[test]
fn what_is_right_is_kept() {
    let roster = Roster::new(dirty::roster()).value;
    // Given: 2 of the sample, 9 numbers, 2 shared, 1 mismatch; the conflict and the lost are gone.
    assert_eq!(roster.employees().len(), 14);
    assert!(roster.employee(person(50)).is_none());
    assert!(roster.employee(person(51)).is_none());
    let spaced = roster.employee(person(17)).unwrap();
    let number = spaced.number.as_ref().map(EmployeeNumber::reveal);
    assert_eq!(number, Some("197903142005012008"));
    assert!(roster.employee(person(11)).unwrap().number.is_none());
    assert!(
        roster
            .employee(person(30))
            .unwrap()
            .former_numbers
            .is_empty()
    );
    assert!(roster.units().unit(&id::<UnitId>("TWICE")).is_none());
    assert_eq!(roster.units().parent(&id("ORPHAN")), None);
    assert_eq!(roster.headcount(&id("DPMPTSP.LOKET")), 1);
    assert_eq!(roster.headcount(&id("DPMPTSP")), 13);
}

#[test]
fn a_checked_roster_is_sound_when_checked_again() {
    let once = Roster::new(dirty::roster()).value;
    let twice = Roster::new(once.data());
    assert!(twice.findings.is_sound(), "{:?}", twice.findings);
    assert_eq!(twice.value, once);
}

#[test]
fn a_cycle_is_named_upwards_from_its_least_unit() {
    let findings = Roster::new(dirty::roster()).findings;
    let cycle = findings.iter().find_map(|finding| match finding {
        RosterFinding::UnitCycle { units } => Some(units.clone()),
        _ => None,
    });
    assert_eq!(
        cycle.unwrap(),
        [id("RING1"), id("RING2"), id("RING3")] as [UnitId; 3]
    );
}

#[test]
fn a_unit_above_itself_is_a_cycle() {
    let mut data = sample::roster();
    data.units[0].parent = Some(data.units[0].id.clone());
    let checked = Roster::new(data);
    let codes: Vec<_> = checked.findings.iter().map(Explain::code).collect();
    assert_eq!(codes, ["roster.unit_cycle"]);
    assert_eq!(
        checked
            .value
            .units()
            .ancestors(&id("DPMPTSP.LOKET"))
            .count(),
        2
    );
}

#[test]
fn the_tree_answers_upwards_and_downwards() {
    let roster = Roster::new(sample::roster()).value;
    let units = roster.units();
    let (city, agency, desk) = (id("CITY"), id("DPMPTSP"), id::<UnitId>("DPMPTSP.LOKET"));
    assert_eq!(units.ancestors(&desk).collect::<Vec<_>>(), [&agency, &city]);
    assert_eq!(units.children(&city), std::slice::from_ref(&agency));
    assert_eq!(units.agency_of(&desk), Some(&agency));
    assert_eq!(units.agency_of(&agency), Some(&agency));
    assert_eq!(units.agency_of(&city), None);
    assert!(units.is_within(&desk, &city) && !units.is_within(&city, &desk));
    assert!(!units.is_within(&id("NOWHERE"), &id("NOWHERE")));
}

#[test]
fn a_person_is_found_by_any_number() {
    let roster = Roster::new(sample::roster()).value;
    for number in ["197903142005012007", "131.263.190", "'131263190"] {
        let found = roster.by_number(&EmployeeNumber::new(number));
        assert_eq!(
            found.map(|employee| employee.id),
            Some(person(1)),
            "{number}"
        );
    }
    assert!(
        roster
            .by_number(&EmployeeNumber::new("131263191"))
            .is_none()
    );
}

#[test]
fn severities_say_what_was_set_aside() {
    let findings = Roster::new(dirty::roster()).findings;
    let of = |severity| {
        let codes = findings
            .iter()
            .filter(|finding| finding.severity() == severity);
        codes.map(Explain::code).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(of(Severity::Info), 4);
    assert_eq!(of(Severity::Warning), 5);
    assert_eq!(of(Severity::Error), RosterFinding::CODES.len() - 9);
}

#[test]
fn a_roster_and_a_catalog_are_compared() {
    let roster = Roster::new(sample::roster()).value;
    let catalog = Catalog::new(sample::catalog()).value;
    assert!(cross_check(&roster, &catalog).is_empty());
    let empty = Roster::default();
    let codes = |findings: bangkom_domain::finding::Findings<CrossFinding>| {
        findings.iter().map(Explain::code).collect::<BTreeSet<_>>()
    };
    let mut all = codes(cross_check(&empty, &catalog));
    all.extend(codes(cross_check(&roster, &Catalog::default())));
    assert_eq!(all, CrossFinding::CODES.iter().copied().collect());
}

proptest! {
    #[test]
    fn the_order_of_the_rows_changes_nothing(swaps in prop::collection::vec(any::<(Index, Index)>(), 0..40)) {
        let straight = Roster::new(dirty::roster());
        let mut data = dirty::roster();
        for (a, b) in swaps {
            let (i, j) = (a.index(data.employees.len()), b.index(data.employees.len()));
            data.employees.swap(i, j);
            let (i, j) = (a.index(data.units.len()), b.index(data.units.len()));
            data.units.swap(i, j);
        }
        let mixed = Roster::new(data);
        prop_assert_eq!(&mixed, &straight);
        prop_assert_eq!(
            serde_json::to_string(&mixed.findings).unwrap(),
            serde_json::to_string(&straight.findings).unwrap()
        );
    }
}
