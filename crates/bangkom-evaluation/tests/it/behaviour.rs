//! Behaviour at work.

use bangkom_domain::results::Occasion;
use bangkom_evaluation::Status;

use crate::course::Course;

fn observed() -> Course {
    let mut course = Course::new();
    for number in 1..=6 {
        course.seat(number, "A", true);
        let step = f64::from(number % 3) / 2.0;
        course.observe(number, 1, Occasion::Before, 2.0);
        course.observe(number, 2, Occasion::Before, 3.0);
        course.observe(number, 1, Occasion::After, 3.0 + step);
        course.observe(number, 2, Occasion::After, 4.0 + step);
    }
    course
}

#[test]
fn observers_of_a_person_are_averaged_first() {
    let evaluation = observed().evaluate();
    assert_eq!(evaluation.behaviour.len(), 1);
    let change = &evaluation.behaviour[0].change;
    assert_eq!((change.status, change.flow.both), (Status::Estimated, 6));
    // Every person from 2.5 to 3.5, 4 or 4.5.
    let test = change.test.as_ref().unwrap();
    assert!((test.mean_diff - 1.5).abs() < 1e-12 && test.mean_pre == 2.5);
    let agreement = evaluation.behaviour[0].agreement.clone().unwrap();
    assert_eq!(agreement.people, 6);
    let alpha = agreement.alpha.unwrap();
    assert!((0.0..1.0).contains(&alpha), "{alpha}");
    // Each pair of observers is one of four steps apart.
    assert_eq!((agreement.same, agreement.apart), (0.0, 12));
}

#[test]
fn follow_up_gives_three_changes() {
    let mut course = observed();
    for number in 1..=6 {
        course.observe(
            number,
            1,
            Occasion::FollowUp,
            3.0 + f64::from(number) / 10.0,
        );
    }
    let evaluation = course.evaluate();
    let steps: Vec<_> = evaluation
        .behaviour
        .iter()
        .map(|one| (one.from, one.to))
        .collect();
    let expected = [
        (Occasion::Before, Occasion::After),
        (Occasion::Before, Occasion::FollowUp),
        (Occasion::After, Occasion::FollowUp),
    ];
    assert_eq!(steps, expected);
}

#[test]
fn one_observer_has_no_agreement_to_report() {
    let mut course = observed();
    course
        .results
        .observations
        .retain(|seen| seen.observer == crate::course::rater(1));
    assert_eq!(course.evaluate().behaviour[0].agreement, None);
}
