//! A policy whose numbers cannot be is refused.

use bangkom_domain::Language;
use bangkom_domain::finding::Explain;
use bangkom_domain::measure::Nano;
use bangkom_evaluation::evaluate;

use crate::course::Course;

#[test]
fn every_number_has_a_range() {
    let mut course = Course::new();
    course.policy.attendance_share = f64::NAN;
    course.policy.attrition_share = -0.1;
    course.policy.bound_share = 1.1;
    course.policy.keep_gain = f64::INFINITY;
    course.policy.seat_priority = Nano::from_units(21);
    let (roster, catalog) = (course.roster(), course.catalog());
    let error = evaluate(
        &course.plan,
        &course.results,
        &roster,
        &catalog,
        &course.policy,
    )
    .unwrap_err();
    assert_eq!(error.findings().len(), 5);
    for finding in error.findings() {
        assert_eq!(finding.code(), "evaluation.policy_out_of_range");
        assert_ne!(finding.text(Language::Id), finding.text(Language::En));
    }
}

#[test]
fn a_schedule_ascends() {
    let mut course = Course::new();
    for months in [vec![], vec![6, 3], vec![0, 3], vec![3, 3], vec![121]] {
        course.policy.schedule_months = months;
        assert_eq!(course.policy.check().len(), 1);
    }
    course.policy.schedule_months = vec![6];
    assert!(course.policy.check().is_empty());
}
