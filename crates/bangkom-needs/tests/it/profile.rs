//! One figure for a person: job person match and gap index.

use bangkom_domain::competency::{GapClass, GapClasses};
use bangkom_domain::demand::Ground;
use bangkom_domain::id::PositionId;
use bangkom_domain::measure::Nano;
use bangkom_needs::match_profiles;

use crate::city::{City, person};

#[test]
fn a_surplus_does_not_hide_a_deficit() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    // Asked: service 4, digital 3.
    city.agree(anna, "service", 2.0);
    city.agree(anna, "digital", 5.0);
    let profiles = match_profiles(&city.analyze(), Ground::PositionHeld);
    assert_eq!(profiles.len(), 1);
    let found = &profiles[0];
    assert_eq!(*found.uncapped.reveal(), Nano::from_units(100));
    // (2 + 3) / 7.
    assert_eq!(found.capped.reveal().raw(), 71_428_571_429);
    assert_eq!(found.gap.reveal().raw(), 28_571_428_571);
    assert_eq!((found.known, found.unknown), (2, 0));
    assert_eq!(found.class(&GapClasses::default()), GapClass::Medium);
    assert!(!format!("{found:?}").contains("71.4"));
}

#[test]
fn what_is_not_known_is_counted_and_left_out() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.hire(2, "A");
    city.agree(anna, "service", 4.0);
    let profiles = match_profiles(&city.analyze(), Ground::PositionHeld);
    assert_eq!(profiles.len(), 1);
    assert_eq!(profiles[0].person, person(1));
    assert_eq!((profiles[0].known, profiles[0].unknown), (1, 1));
    assert_eq!(*profiles[0].gap.reveal(), Nano::ZERO);
}

#[test]
fn each_ground_has_its_own_match() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.roster.employees[0].next_position = Some(PositionId::new("chief").unwrap());
    city.require("A", "digital", 5, 3);
    city.agree(anna, "service", 4.0);
    city.agree(anna, "digital", 3.0);
    let analysis = city.analyze();
    let capped = |ground| *match_profiles(&analysis, ground)[0].capped.reveal();
    assert_eq!(capped(Ground::PositionHeld), Nano::from_units(100));
    // Service 4 of 5, digital 1 of 1.
    assert_eq!(capped(Ground::NextPosition).raw(), 83_333_333_333);
    assert_eq!(capped(Ground::Requirement), Nano::from_units(60));
    assert!(match_profiles(&analysis, Ground::FollowUp).is_empty());
}
