//! A figure about a unit, pushed down to people.

use bangkom_domain::evidence::{Direction, Scale};
use bangkom_needs::units::push_down;

fn index() -> Scale {
    Scale::new(25.0, 100.0, Direction::HigherIsBetter).unwrap()
}

#[test]
fn the_ends_and_the_direction_of_the_scale_decide_the_level() {
    let level = |scale, value| push_down(scale, value, &[], 1.0).unwrap().level;
    assert_eq!((level(index(), 25.0), level(index(), 100.0)), (1.0, 5.0));
    let complaints = Scale::new(0.0, 10.0, Direction::LowerIsBetter).unwrap();
    assert_eq!(
        (level(complaints, 0.0), level(complaints, 10.0)),
        (5.0, 1.0)
    );
}

#[test]
fn who_served_more_is_touched_more_and_never_wholly() {
    let people = push_down(index(), 50.0, &[0.0, 1.0, 50.0, 1e308, f64::MAX], 50.0).unwrap();
    assert!(people.weight_factors.is_sorted());
    assert_eq!(
        (people.weight_factors[0], people.weight_factors[2]),
        (0.0, 0.5)
    );
    assert!((people.shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    let nobody = push_down(index(), 50.0, &[0.0, 0.0], 50.0).unwrap();
    assert_eq!(nobody.shares, [0.0, 0.0]);
}

#[test]
fn what_has_no_meaning_is_refused() {
    for value in [24.9, 100.1, f64::NAN] {
        assert!(push_down(index(), value, &[1.0], 50.0).is_err());
    }
    for half in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(push_down(index(), 50.0, &[1.0], half).is_err());
    }
    for served in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(push_down(index(), 50.0, &[1.0, served], 50.0).is_err());
    }
}

#[test]
fn how_much_somebody_served_is_not_shown() {
    let people = push_down(index(), 50.0, &[150.0, 50.0], 50.0).unwrap();
    assert!(!format!("{people:?}").contains("0.75"));
}
