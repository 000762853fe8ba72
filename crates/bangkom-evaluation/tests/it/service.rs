//! Figures of the service.

use bangkom_domain::Language;
use bangkom_evaluation::{Doubt, ServiceReading};

use crate::course::{Course, unit};

const FASTER: [f64; 8] = [10.0, 11.0, 9.0, 10.0, 6.0, 7.0, 5.0, 6.0];
const ALSO_FASTER: [f64; 8] = [8.0, 9.0, 7.0, 8.0, 4.0, 5.0, 3.0, 4.0];
const SAME: [f64; 8] = [8.0, 9.0, 7.0, 8.0, 8.0, 9.0, 7.0, 8.0];

fn served() -> Course {
    let mut course = Course::new();
    course.seat(1, "A", true);
    course.serve("A", FASTER);
    course
}

#[test]
fn before_and_after_by_hand() {
    let change = served().evaluate().services.remove(0);
    let difference = change.change.unwrap();
    assert_eq!(
        (
            difference.estimate,
            change.points_before,
            change.points_after
        ),
        (-4.0, 4, 4)
    );
    // Both variances 2/3: standard error sqrt(1/3), 6 degrees of freedom, t = 2.446912.
    let reach = 2.446_912 / 3_f64.sqrt();
    let interval = difference.interval.unwrap();
    assert!(
        (interval.low + 4.0 + reach).abs() < 1e-6 && (interval.high + 4.0 - reach).abs() < 1e-6
    );
    assert_eq!(change.reading, ServiceReading::Better);
    assert!(change.doubts.contains(&Doubt::NoComparison));
    let text = change.sentence(Language::Id);
    assert!(text.contains("belum terbukti akibat program"), "{text}");
}

#[test]
fn what_others_gained_too_is_taken_off() {
    let mut course = served();
    course.serve("B", ALSO_FASTER);
    let change = course.evaluate().services.remove(0);
    let against = change.against_comparison.unwrap();
    assert_eq!(
        (against.estimate, change.comparison),
        (0.0, vec![unit("B")])
    );
    assert_eq!(change.reading, ServiceReading::Unclear);
    course.serve("C", SAME);
    let change = course.evaluate().services.remove(0);
    assert_eq!(change.against_comparison.unwrap().estimate, -2.0);
    assert!(!change.doubts.contains(&Doubt::NoComparison));
    assert!(
        change
            .sentence(Language::En)
            .contains("against 2 units without participants")
    );
}

#[test]
fn points_without_spread_have_no_interval() {
    let mut course = Course::new();
    course.seat(1, "A", true);
    course.serve("A", [3.0, 3.0, 3.0, 3.0, 2.0, 2.0, 2.0, 2.0]);
    let change = course.evaluate().services.remove(0);
    let difference = change.change.unwrap();
    assert_eq!((difference.estimate, difference.interval), (-1.0, None));
    assert_eq!(change.reading, ServiceReading::Unclear);
    course.results.series[0].points.truncate(4);
    assert_eq!(course.evaluate().services[0].change, None);
}

#[test]
fn a_unit_whose_people_stayed_away_is_no_participant() {
    let mut course = served();
    course.seat(2, "B", false);
    course.serve("B", SAME);
    let change = course.evaluate().services.remove(0);
    assert_eq!(change.comparison, [unit("B")]);
}
