//! The class of each participant, with every reason.

use bangkom_domain::Language;
use bangkom_domain::results::Occasion;
use bangkom_evaluation::{PersonClass as Class, PersonOutcome, PersonReason as Why};

use crate::course::{Course, instrument, person};

/// Scores before from 1 to 5, reliability 0.9, mark 7: the least change shown is 1.39.
fn group() -> Course {
    let mut course = Course::new();
    for number in 1..=5 {
        course.learn(number, f64::from(number), 8.0);
    }
    course
}

fn outcome(course: &Course, number: u32) -> PersonOutcome {
    let persons = course.evaluate().persons;
    let test = instrument("test");
    let mut own = persons
        .into_iter()
        .filter(|one| one.person == person(number) && one.instrument == test);
    own.next().unwrap()
}

fn of(course: &Course, number: u32) -> (Class, Vec<Why>) {
    let one = outcome(course, number);
    (*one.class.reveal(), one.reasons.reveal().clone())
}

#[test]
fn every_class_has_its_reasons() {
    let mut course = group();
    course.seat(10, "A", false);
    course.score(10, Occasion::Before, 3.0);
    course.seat(11, "A", true);
    course.score(11, Occasion::Before, 3.0);
    course.seat(12, "A", true);
    course.score(12, Occasion::After, 9.0);
    course.learn(13, 3.0, 3.5);
    course.learn(14, 1.0, 6.0);
    course.learn(15, 9.0, 7.2);
    course.learn(16, 8.0, 8.0);
    course.learn(17, 3.0, 7.0);
    let expected = [
        (10, Class::Absent, vec![Why::NotThere]),
        (11, Class::NotMeasured, vec![Why::NoScoreAfter]),
        (
            12,
            Class::Mastered,
            vec![Why::NoScoreBefore, Why::ReachedMark],
        ),
        (13, Class::Below, vec![Why::WithinError, Why::BelowMark]),
        (
            14,
            Class::Improved,
            vec![Why::RoseBeyondError, Why::BelowMark],
        ),
        (
            16,
            Class::Mastered,
            vec![Why::WithinError, Why::AtMarkBefore, Why::ReachedMark],
        ),
        (
            17,
            Class::Mastered,
            vec![Why::RoseBeyondError, Why::ReachedMark],
        ),
    ];
    for (number, class, reasons) in expected {
        assert_eq!(of(&course, number), (class, reasons), "{number}");
    }
    // Who fell beyond error has deteriorated, even at the mark.
    course.learn(18, 10.0, 7.0);
    let (class, reasons) = of(&course, 18);
    assert_eq!(class, Class::Deteriorated);
    assert_eq!(
        reasons,
        [Why::FellBeyondError, Why::AtMarkBefore, Why::ReachedMark]
    );
    assert!(
        outcome(&course, 18)
            .detectable
            .is_some_and(|least| least < 3.0)
    );
}

#[test]
fn what_is_not_known_is_a_reason() {
    let mut course = group();
    course.results.instruments[0].reliability = None;
    assert_eq!(
        of(&course, 1),
        (
            Class::Mastered,
            vec![Why::ReliabilityUnknown, Why::ReachedMark]
        )
    );
    assert_eq!(outcome(&course, 1).detectable, None);
    course.results.instruments[0].mastery = None;
    assert_eq!(
        of(&course, 1),
        (Class::Unclassed, vec![Why::ReliabilityUnknown, Why::NoMark])
    );
    course.results.instruments[0].reliability = Some(0.9);
    course.learn(6, 3.0, 3.0);
    assert_eq!(
        of(&course, 6),
        (Class::Unchanged, vec![Why::WithinError, Why::NoMark])
    );
    assert_eq!(
        of(&course, 1),
        (Class::Improved, vec![Why::RoseBeyondError, Why::NoMark])
    );
    let mut alike = Course::new();
    for number in 1..=5 {
        alike.learn(number, 4.0, 8.0);
    }
    assert_eq!(
        of(&alike, 1),
        (Class::Mastered, vec![Why::NoSpread, Why::ReachedMark])
    );
}

#[test]
fn classes_and_reasons_speak_both_languages_and_show_nobody() {
    let evaluation = group().evaluate();
    for one in &evaluation.persons {
        let class = one.class.reveal();
        assert_ne!(class.label(Language::Id), class.label(Language::En));
        assert!(!one.reasons.reveal().is_empty());
        for reason in one.reasons.reveal() {
            assert_ne!(reason.text(Language::Id), reason.text(Language::En));
        }
    }
    let debug = format!("{:?}", evaluation.persons);
    assert!(
        !debug.contains("Mastered") && !debug.contains("ReachedMark"),
        "{debug}"
    );
}
