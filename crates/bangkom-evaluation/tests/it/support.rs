//! Who needs which support.

use bangkom_domain::follow_up::{Barrier, Owner, Support};
use bangkom_domain::results::Occasion;

use crate::course::{Course, day, person, unit};

/// Five who did well, so that the others have somebody to be compared with.
fn group() -> Course {
    let mut course = Course::new();
    for number in 1..=5 {
        course.learn(number, f64::from(number), 8.0);
    }
    course
}

fn asked(course: &Course, number: u32) -> Vec<(Support, Vec<String>)> {
    let follow_up = course.evaluate().follow_up;
    let own = follow_up
        .actions
        .into_iter()
        .filter(|action| action.person == person(number));
    own.map(|action| (action.support, action.reasons)).collect()
}

fn one(support: Support, reason: &str) -> Vec<(Support, Vec<String>)> {
    vec![(support, vec![reason.to_owned()])]
}

#[test]
fn who_did_well_needs_nothing() {
    assert!(group().evaluate().follow_up.actions.is_empty());
}

#[test]
fn each_rule_asks_for_its_support() {
    let mut course = group();
    course.seat(10, "A", false);
    course.seat(11, "A", true);
    course.score(11, Occasion::Before, 3.0);
    course.learn(12, 4.0, 4.0);
    course.learn(13, 1.0, 6.9);
    course.learn(14, 10.0, 7.0);
    assert_eq!(
        asked(&course, 10),
        one(Support::Refresher, "evaluation.did_not_attend")
    );
    assert_eq!(
        asked(&course, 11),
        one(Support::MissingTest, "evaluation.missing_test")
    );
    assert_eq!(
        asked(&course, 12),
        one(Support::Refresher, "evaluation.not_mastered")
    );
    assert_eq!(
        asked(&course, 13),
        one(Support::Coaching, "evaluation.almost_mastered")
    );
    assert_eq!(
        asked(&course, 14),
        one(Support::Coaching, "evaluation.deteriorated")
    );
    let actions = course.evaluate().follow_up.actions;
    let coached = actions
        .iter()
        .find(|action| action.person == person(13))
        .unwrap();
    assert_eq!(coached.owner, Owner::UnitHead(unit("A")));
    assert_eq!(
        (coached.due, coached.barrier),
        (day(7, 1), Barrier::Learning)
    );
}

#[test]
fn behaviour_that_did_not_change_or_faded_is_followed() {
    let mut course = Course::new();
    let seen = [
        (1, [2.0, 2.0, 2.0]),
        (2, [2.0, 4.0, 3.0]),
        (3, [2.0, 3.0, 4.0]),
    ];
    for (number, scores) in seen {
        course.seat(number, "A", true);
        let occasions = [Occasion::Before, Occasion::After, Occasion::FollowUp];
        for (occasion, score) in occasions.into_iter().zip(scores) {
            course.observe(number, 1, occasion, score);
        }
    }
    course.seat(4, "A", true);
    course.observe(4, 1, Occasion::Before, 2.0);
    course.observe(4, 1, Occasion::After, 3.0);
    assert_eq!(
        asked(&course, 1),
        one(Support::FieldVisit, "evaluation.behaviour_unchanged")
    );
    assert_eq!(
        asked(&course, 2),
        one(Support::JobAid, "evaluation.behaviour_faded")
    );
    assert!(asked(&course, 3).is_empty() && asked(&course, 4).is_empty());
    course.policy.as_of = day(10, 1);
    assert_eq!(
        asked(&course, 4),
        one(Support::SuperiorTalk, "evaluation.lost_at_follow_up")
    );
}

#[test]
fn a_batch_that_is_not_over_asks_for_nothing() {
    let mut course = group();
    course.seat(10, "A", false);
    course.plan.batches[0].sessions[0].times[0].date = day(6, 2);
    assert!(asked(&course, 10).is_empty());
}
