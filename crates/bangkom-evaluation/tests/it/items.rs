//! Answers to items: scores, quality, shifts, and who may answer.

use bangkom_domain::finding::Explain;
use bangkom_domain::results::{InstrumentItems, InstrumentKind, Item, ItemAnswers, Occasion};
use bangkom_evaluation::{ItemDoubt, item_quality};
use bangkom_stats::{ConfidenceLevel, StatsError};

use crate::course::{Course, batch_id, day, instrument, person};

fn keyed(code: &str) -> Item {
    Item {
        key: Some(2.0),
        ..Item::new(code, 1.0, 4.0)
    }
}

/// The right answer, or a wrong one.
fn answer(right: bool) -> f64 {
    if right { 2.0 } else { 3.0 }
}

/// Ten people, four keyed items: everybody learned the first, nobody the last.
fn course() -> Course {
    let mut course = Course::new();
    course.results.items = vec![InstrumentItems {
        instrument: instrument("test"),
        items: ["a", "b", "c", "d"].map(keyed).to_vec(),
    }];
    for number in 1..=10 {
        course.seat(number, "A", true);
        answers(
            &mut course,
            number,
            Occasion::Before,
            [false, number > 5, number > 7, number > 8],
        );
        answers(
            &mut course,
            number,
            Occasion::After,
            [true, number > 4, number > 6, number > 8],
        );
    }
    course
}

fn answers(course: &mut Course, number: u32, occasion: Occasion, right: [bool; 4]) {
    course.results.answers.push(ItemAnswers {
        batch: batch_id("b1"),
        person: person(number),
        instrument: instrument("test"),
        occasion,
        observer: None,
        answers: right.map(answer).map(Some).to_vec().into(),
        date: day(3, 2),
    });
}

#[test]
fn answers_make_scores_where_none_is_given() {
    let mut course = course();
    let evaluation = course.evaluate();
    assert!(evaluation.findings.is_empty() && evaluation.record_findings.is_empty());
    let change = &evaluation.programs[0].learning[0].change;
    assert_eq!(change.flow.both, 10);
    // Before: 0, 5, 3 and 2 right of 40; after: 10, 6, 4 and 2, on a scale of 0 to 10.
    let summary = change.summary.as_ref().unwrap();
    assert!((summary.mean_pre - 10.0 * 10.0 / 40.0).abs() < 1e-12);
    assert!((summary.mean_post - 10.0 * 22.0 / 40.0).abs() < 1e-12);
    course.score(1, Occasion::Before, 9.0);
    let given = course.evaluate();
    let before = given
        .persons
        .iter()
        .find(|one| one.person == person(1))
        .unwrap();
    assert_eq!(*before.before.reveal(), Some(9.0));
}

#[test]
fn items_are_judged_and_their_shifts_adjusted() {
    let evaluation = course().evaluate();
    let quality = &evaluation.instruments[0];
    assert_eq!(quality.may_answer, 10);
    let before = quality.before.as_ref().unwrap();
    assert_eq!((before.people, before.items[0].difficulty), (10, 0.0));
    assert!(before.items[0].doubts.contains(&ItemDoubt::TooHard));
    assert!(before.doubts.contains(&ItemDoubt::FewPeople));
    let after = quality.after.as_ref().unwrap();
    assert!(after.items[0].doubts.contains(&ItemDoubt::TooEasy));
    let (alpha, kr20) = (after.alpha.as_ref().unwrap().alpha, after.kr20.unwrap());
    assert!((alpha - kr20).abs() < 1e-12);
    // Ten of ten rose on the first item: exact p of 2 / 2^10, times the three items that moved.
    let first = &quality.shifts[0].shift;
    assert_eq!((first.n_up, first.n_down), (10, 0));
    assert!((first.p_holm.unwrap() - 3.0 * 2.0_f64.powi(-9)).abs() < 1e-12);
    assert_eq!(quality.shifts[3].shift.n_up, 0);
}

#[test]
fn who_was_not_there_may_not_answer() {
    let mut course = course();
    course.seat(11, "A", false);
    answers(&mut course, 11, Occasion::After, [true; 4]);
    let evaluation = course.evaluate();
    let codes: Vec<_> = evaluation.findings.iter().map(Explain::code).collect();
    assert_eq!(codes, ["evaluation.answer_of_absent"]);
    assert_eq!(evaluation.instruments[0].after.as_ref().unwrap().people, 10);
}

#[test]
fn answers_that_cannot_be_are_found() {
    let mut course = course();
    course.results.answers[0].answers = vec![Some(9.0), None, None, None].into();
    course.results.answers[1].answers = vec![Some(2.0)].into();
    let evaluation = course.evaluate();
    let codes: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(
        codes,
        ["results.answers_unsound", "results.answers_unsound"]
    );
}

#[test]
fn reversed_items_are_mirrored_before_they_are_judged() {
    let item = |code, reversed| Item {
        reversed,
        ..Item::new(code, 1.0, 5.0)
    };
    let rows: Vec<[f64; 3]> = (0..40)
        .map(|at| {
            let mood = f64::from(at % 5) + 1.0;
            [mood, (mood + f64::from(at % 2)).min(5.0), 6.0 - mood]
        })
        .collect();
    let level = ConfidenceLevel::default();
    let right = [item("a", false), item("b", false), item("c", true)];
    let quality = item_quality(&rows, &right, level).unwrap();
    assert!(quality.alpha.unwrap().alpha > 0.9);
    assert!(quality.items.iter().all(|item| item.discrimination > 0.2));
    // Forgotten, the reversed item shows.
    let wrong = [item("a", false), item("b", false), item("c", false)];
    let quality = item_quality(&rows, &wrong, level).unwrap();
    assert!(
        quality.items[2]
            .doubts
            .contains(&ItemDoubt::NegativeDiscrimination)
    );
    assert!(quality.items[2].doubts.contains(&ItemDoubt::LowersAlpha));
    assert!(quality.doubts.contains(&ItemDoubt::LowReliability));
    let off = item_quality(&[[0.0, 1.0, 1.0]], &right, level);
    assert!(matches!(
        off,
        Err(StatsError::OutOfRange { index: Some(0), .. })
    ));
    let short = item_quality(&[[1.0]], &right, level);
    assert_eq!(
        short,
        Err(StatsError::LengthMismatch {
            first: 1,
            second: 3
        })
    );
}

#[test]
fn reactions_are_of_attenders_only() {
    let mut course = Course::new();
    course.results.instruments[0].kind = InstrumentKind::Reaction;
    for number in 1..=8 {
        course.seat(number, "A", number != 8);
        course.score(number, Occasion::After, f64::from(5 + number % 3));
    }
    let evaluation = course.evaluate();
    let whole = &evaluation.reactions[0];
    assert_eq!(
        (whole.may_answer, whole.answered, whole.response()),
        (7, 7, Some(1.0))
    );
    let mean = whole.mean.unwrap();
    assert!((mean - (6.0 + 7.0 + 5.0 + 6.0 + 7.0 + 5.0 + 6.0) / 7.0).abs() < 1e-12);
    assert!(whole.interval.unwrap().contains(mean) && whole.share == Some(mean / 10.0));
    assert_eq!(evaluation.reactions.len(), 2);
}
