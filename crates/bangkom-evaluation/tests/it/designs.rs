//! Designs declared in results: comparison groups, remembered scores, waves.

use bangkom_domain::finding::Explain;
use bangkom_domain::id::ProgramId;
use bangkom_domain::results::{
    Assignment, ComparisonScore, Occasion, Selection, StudyDesign, TestForms, TestPopulation,
};
use bangkom_evaluation::{Doubt, MeasurementState, MethodChoice, VerdictAnswer, VerdictReason};

use chrono::Datelike;

use crate::course::{Course, day, instrument, person};

fn program() -> ProgramId {
    ProgramId::new("prima").unwrap()
}

fn group(rise: f64) -> Course {
    let mut course = Course::new();
    for number in 1..=12 {
        let before = f64::from(number % 4);
        course.learn(number, before, before + rise + f64::from(number % 3) / 2.0);
    }
    course
}

/// Employees without a seat, measured alike.
fn compare(course: &mut Course, rise: f64) {
    for number in 51..=62 {
        course.seat(number, "B", true);
        course.plan.batches[0].seats.pop();
        course.results.attendance.pop();
        let before = f64::from(number % 4);
        let after = before + rise + f64::from(number % 3) / 2.0;
        for (occasion, score) in [(Occasion::Before, before), (Occasion::After, after)] {
            course.results.comparison.push(ComparisonScore {
                program: program(),
                person: person(number),
                instrument: instrument("test"),
                occasion,
                score: score.into(),
                date: day(3, 2),
            });
        }
    }
}

fn design(course: &mut Course) -> &mut StudyDesign {
    course.results.designs.push(StudyDesign::new(program()));
    course.results.designs.last_mut().unwrap()
}

#[test]
fn people_without_a_seat_stand_beside_the_whole_program() {
    let mut course = group(5.0);
    compare(&mut course, 0.0);
    design(&mut course).assignment = Some(Assignment::Lot);
    let evaluation = course.evaluate();
    assert!(evaluation.findings.is_empty() && evaluation.record_findings.is_empty());
    let whole = &evaluation.programs[0].learning[0].change;
    assert_eq!(whole.advice.as_ref().unwrap().method, MethodChoice::Ancova);
    assert_eq!(whole.against.as_ref().unwrap().pairs, 12);
    assert!(
        (whole
            .against
            .as_ref()
            .unwrap()
            .difference
            .as_ref()
            .unwrap()
            .did
            - 5.0)
            .abs()
            < 1e-9
    );
    assert_eq!(evaluation.programs[0].verdict.answer, VerdictAnswer::Keep);
    // The others rose as much: nothing to keep.
    let mut course = group(5.0);
    compare(&mut course, 5.0);
    let verdict = &course.evaluate().programs[0].verdict;
    assert_ne!(verdict.answer, VerdictAnswer::Keep);
    assert!(
        verdict
            .reasons
            .contains(&VerdictReason::ComparisonContradicts)
    );
}

#[test]
fn participants_are_not_compared_with_themselves() {
    let mut course = group(5.0);
    compare(&mut course, 0.0);
    course.results.comparison[0].person = person(1);
    course.results.comparison[1].person = person(99);
    course.results.comparison[2].date = day(6, 2);
    course.results.comparison[3].instrument = instrument("none");
    let evaluation = course.evaluate();
    let codes: Vec<_> = evaluation.findings.iter().map(Explain::code).collect();
    let expected = [
        "evaluation.compared_participant",
        "evaluation.future_date",
        "evaluation.unknown_person",
    ];
    assert_eq!(codes, expected);
    let codes: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(codes, ["results.instrument_unknown"]);
}

#[test]
fn declared_designs_reach_the_verdict() {
    let reasons = |change: fn(&mut StudyDesign)| {
        let mut course = group(5.0);
        change(design(&mut course));
        course.evaluate().programs[0].verdict.reasons.clone()
    };
    assert_eq!(reasons(|_| {}), [VerdictReason::Rose]);
    let different = reasons(|it| it.forms = Some(TestForms::Different));
    assert_eq!(different, [VerdictReason::DifferentForms]);
    let chosen = reasons(|it| it.selection = Some(Selection::LowScores));
    assert_eq!(chosen, [VerdictReason::ChosenLow]);
    let known = reasons(|it| {
        it.selection = Some(Selection::LowScores);
        it.populations = vec![TestPopulation {
            instrument: instrument("test"),
            mean: 4.0,
            deviation: 2.0,
        }];
    });
    // The reliability is 0.9 and people began 2.5 below all: 0.25 of the rise is to be expected.
    assert_eq!(known, [VerdictReason::Rose]);
}

#[test]
fn remembered_scores_are_flagged() {
    let mut course = group(5.0);
    for score in &mut course.results.scores {
        if score.occasion == Occasion::Before {
            score.occasion = Occasion::RetrospectiveBefore;
        }
    }
    let evaluation = course.evaluate();
    assert!(evaluation.findings.is_empty());
    let learning = &evaluation.programs[0].learning[0];
    assert_eq!(learning.from, Occasion::RetrospectiveBefore);
    assert!(learning.change.doubts.contains(&Doubt::Retrospective));
    assert_eq!(
        evaluation.programs[0].verdict.reasons,
        [VerdictReason::Retrospective]
    );
}

#[test]
fn a_later_test_shows_what_was_left() {
    let mut course = group(4.0);
    for number in 1..=12 {
        let later = f64::from(number % 4) + 2.0 + f64::from(number % 3) / 2.0;
        course.score(number, Occasion::FollowUp, later).date = day(5, 30);
    }
    let evaluation = course.evaluate();
    let learning = &evaluation.programs[0].learning;
    let retention = learning[0].retention.unwrap();
    // Means 1.5, 6 and 4; the mark is 7.
    assert_eq!(retention.people, 12);
    assert!((retention.retention.unwrap() - 2.5 / 4.5).abs() < 1e-12);
    assert!((retention.transfer.unwrap() - 2.5 / 5.5).abs() < 1e-12);
    let steps: Vec<_> = learning.iter().map(|one| (one.from, one.to)).collect();
    assert!(steps.contains(&(Occasion::After, Occasion::FollowUp)));
    assert!(learning[0].detectable.unwrap() > 0.0);
}

#[test]
fn measurements_at_work_have_their_days() {
    let mut course = group(4.0);
    for number in 1..=12 {
        course.observe(number, 1, Occasion::FollowUp, 3.0);
    }
    for seen in &mut course.results.observations {
        seen.date = day(5, 28);
    }
    course.policy.as_of = day(10, 1);
    let schedule = course.evaluate().schedule;
    let own = schedule.iter().filter(|one| one.batch.as_str() == "b1");
    let own: Vec<_> = own
        .map(|one| (one.months, one.due, one.measured, one.state))
        .collect();
    assert_eq!(
        own,
        [
            (3, day(6, 2), 12, MeasurementState::Done),
            (6, day(9, 2), 0, MeasurementState::Overdue),
            (
                12,
                day(3, 2).with_year(2027).unwrap(),
                0,
                MeasurementState::Ahead
            ),
        ]
    );
}

#[test]
fn the_newest_follow_up_of_a_wave_counts() {
    let mut course = group(4.0);
    course.observe(1, 1, Occasion::FollowUp, 2.0);
    course.observe(1, 1, Occasion::FollowUp, 4.0);
    course.results.observations[1].date = day(5, 1);
    course.observe(1, 1, Occasion::FollowUp, 5.0);
    course.results.observations[2].date = day(9, 2);
    course.policy.as_of = day(10, 1);
    let evaluation = course.evaluate();
    let codes: Vec<_> = evaluation.findings.iter().map(Explain::code).collect();
    assert_eq!(codes, ["evaluation.earlier_follow_up"]);
    let seen = evaluation
        .persons
        .iter()
        .find(|one| one.person == person(1) && one.instrument == instrument("seen"));
    assert_eq!(*seen.unwrap().follow_up.reveal(), Some(5.0));
}

#[test]
fn a_test_that_is_clear_only_alone_carries_a_doubt() {
    let mut course = Course::new();
    // A rise with p near 0.04, beside tests of other competencies without one.
    for (number, rise) in (1..).zip([2.4, -0.6, 1.9, 0.3, 2.4, -0.2, 1.8, 0.8, -0.7, 2.4]) {
        course.learn(number, 4.0, 4.0 + rise);
    }
    let alone = course.evaluate().programs[0].learning[0].change.clone();
    let p = alone.advice.as_ref().unwrap().estimate.unwrap().p;
    assert!(p > 0.017 && p <= 0.05, "{p}");
    for code in ["other", "third"] {
        let mut test = course.results.instruments[0].clone();
        test.id = instrument(code);
        course.results.instruments.push(test);
        for number in 1..=10 {
            for (occasion, score) in [(Occasion::Before, 5.0), (Occasion::After, 5.0)] {
                let wave = f64::from((number * 7) % 5) * if score > 4.0 { 0.5 } else { 0.0 };
                let shift = if occasion == Occasion::After {
                    f64::from(number % 2) - 0.5
                } else {
                    0.0
                };
                course
                    .score(number, occasion, score + wave + shift)
                    .instrument = instrument(code);
            }
        }
    }
    let learning = course.evaluate().programs[0].learning.clone();
    let own = learning
        .iter()
        .find(|one| one.instrument == instrument("test"))
        .unwrap();
    assert!(
        own.change
            .doubts
            .contains(&Doubt::SeveralTests { tests: 3 })
    );
}
