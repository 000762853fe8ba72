//! Rubrics and checklists with two or more observers.

use bangkom_domain::finding::Explain;
use bangkom_domain::id::CompetencyId;
use bangkom_domain::results::{
    InstrumentItems, InstrumentKind, Item, ItemAnswers, Observation, Occasion,
};
use bangkom_evaluation::Evaluation;

use crate::course::{Course, batch_id, day, instrument, person, rater};

/// A skill test of 0 to 100, scored by observers.
fn rubric() -> Course {
    let mut course = Course::new();
    let skill = course.declare("skill", InstrumentKind::SkillTest, 0.0, 100.0);
    skill.mastery = Some(70.0);
    skill.observers = Some(2);
    course
}

fn see(course: &mut Course, number: u32, by: u32, occasion: Occasion, score: f64) {
    course.results.observations.push(Observation {
        batch: batch_id("b1"),
        person: person(number),
        observer: rater(by),
        instrument: instrument("skill"),
        occasion,
        score: score.into(),
        date: day(3, 2),
    });
}

fn codes(evaluation: &Evaluation) -> Vec<&'static str> {
    evaluation.findings.iter().map(Explain::code).collect()
}

/// The six targets and four judges of Shrout and Fleiss 1979, Table 2, as points of a hundred.
const JUDGED: [[f64; 4]; 6] = [
    [90.0, 20.0, 50.0, 80.0],
    [60.0, 10.0, 30.0, 20.0],
    [80.0, 40.0, 60.0, 80.0],
    [70.0, 10.0, 20.0, 60.0],
    [100.0, 50.0, 60.0, 90.0],
    [60.0, 20.0, 40.0, 70.0],
];

#[test]
fn published_judges_agree_as_published() {
    let mut course = rubric();
    for (number, judged) in (1..).zip(JUDGED) {
        course.seat(number, "A", true);
        for (by, score) in (1..).zip(judged) {
            see(&mut course, number, by, Occasion::Before, score);
            see(&mut course, number, by, Occasion::After, score);
        }
    }
    let evaluation = course.evaluate();
    let quality = evaluation
        .instruments
        .iter()
        .find(|one| one.instrument == instrument("skill"))
        .unwrap();
    let agreement = quality.agreement.as_ref().unwrap();
    assert_eq!((agreement.people, agreement.same), (6, 0.0));
    // Published: ICC(1,1) = 0.17.
    course
        .results
        .observations
        .retain(|seen| seen.occasion == Occasion::Before);
    let evaluation = course.evaluate();
    let quality = evaluation
        .instruments
        .iter()
        .find(|one| one.instrument == instrument("skill"));
    let agreement = quality.unwrap().agreement.clone().unwrap();
    assert!((agreement.icc.unwrap().value - 0.165_742).abs() < 1e-6);
    // Everybody's judges lie a quarter of the scale apart or more.
    assert_eq!(agreement.apart, 6);
    assert_eq!(codes(&evaluation), ["evaluation.observers_disagree"; 6]);
    // The mean of the judges is the score: 60, 30, 65, 40, 75, 47.5.
    let before = evaluation
        .persons
        .iter()
        .filter_map(|one| *one.before.reveal());
    assert_eq!(before.sum::<f64>(), 317.5);
}

#[test]
fn a_rubric_is_a_test_whose_score_is_the_mean_of_its_observers() {
    let mut course = rubric();
    for number in 1..=8 {
        course.seat(number, "A", true);
        let step = f64::from(number);
        for (by, shift) in [(1, 0.0), (2, 2.0)] {
            see(
                &mut course,
                number,
                by,
                Occasion::Before,
                40.0 + step + shift,
            );
            see(
                &mut course,
                number,
                by,
                Occasion::After,
                70.0 + 2.0 * step + shift,
            );
        }
    }
    let evaluation = course.evaluate();
    assert!(evaluation.findings.is_empty(), "{:?}", evaluation.findings);
    let skill = instrument("skill");
    let learning = evaluation.programs[0].learning.iter();
    let whole = learning
        .into_iter()
        .find(|one| one.instrument == skill)
        .unwrap();
    // From 40 + n + 1 to 70 + 2 n + 1: 30 + n, and n is 4.5 in the mean.
    assert!((whole.change.summary.as_ref().unwrap().mean_diff - 34.5).abs() < 1e-12);
    assert!(evaluation.behaviour.is_empty());
    let own: Vec<_> = evaluation
        .persons
        .iter()
        .filter(|one| one.instrument == skill)
        .collect();
    assert_eq!(own.len(), 8);
    assert!(own.iter().all(|one| *one.mastered.reveal() == Some(true)));
    // A score given without an observer stands; what observers saw is not added to it.
    let given = course.score(1, Occasion::Before, 3.0);
    given.instrument = skill.clone();
    let evaluation = course.evaluate();
    let first = evaluation
        .persons
        .iter()
        .find(|one| one.instrument == skill)
        .unwrap();
    assert_eq!(*first.before.reveal(), Some(3.0));
}

#[test]
fn too_few_observers_are_named() {
    let mut course = rubric();
    for number in 1..=6 {
        course.seat(number, "A", true);
        for by in 1..=2 {
            see(&mut course, number, by, Occasion::Before, 50.0);
            see(
                &mut course,
                number,
                by,
                Occasion::After,
                70.0 + f64::from(number),
            );
        }
    }
    course.results.observations.pop();
    let evaluation = course.evaluate();
    assert_eq!(codes(&evaluation), ["evaluation.too_few_observers"]);
    let place = evaluation.findings.as_slice()[0].place();
    assert_eq!(place.field.as_deref(), Some("observer"));
    assert!(place.record.ends_with("/skill/after"));
}

#[test]
fn perfect_agreement_and_a_single_score_have_a_figure_or_none() {
    let agreement = |score: fn(u32) -> f64| {
        let mut course = rubric();
        for number in 1..=6 {
            course.seat(number, "A", true);
            for by in 1..=2 {
                see(&mut course, number, by, Occasion::After, score(number));
            }
        }
        let quality = course.evaluate().instruments.remove(0);
        quality.agreement.unwrap()
    };
    let perfect = agreement(|number| 50.0 + f64::from(number));
    assert_eq!(
        (perfect.same, perfect.alpha, perfect.apart),
        (1.0, Some(1.0), 0)
    );
    // One score for all says nothing of agreement, though nobody disagreed.
    let single = agreement(|_| 50.0);
    assert_eq!((single.same, single.alpha, single.icc), (1.0, None, None));
}

/// Two criteria answered by two observers, who see the second alike and the first not.
fn criteria(course: &mut Course, kind: InstrumentKind) {
    course.results.instruments[2].kind = kind;
    course.results.instruments[2].competency = Some(CompetencyId::new("service").unwrap());
    course.results.items = vec![InstrumentItems {
        instrument: instrument("skill"),
        items: vec![
            Item::new("greets", 0.0, 4.0),
            Item::new("records", 0.0, 4.0),
        ],
    }];
    for number in 1..=6 {
        course.seat(number, "A", true);
        for (by, occasion) in [
            (1, Occasion::Before),
            (2, Occasion::Before),
            (1, Occasion::After),
            (2, Occasion::After),
        ] {
            let own = f64::from(number % 3);
            let first = if by == 1 { own } else { 4.0 - own };
            let later = if occasion == Occasion::After {
                2.0
            } else {
                0.0
            };
            let answers = vec![Some(first), Some((own + later).min(4.0))];
            course.results.answers.push(ItemAnswers {
                batch: batch_id("b1"),
                person: person(number),
                instrument: instrument("skill"),
                occasion,
                observer: Some(rater(by)),
                answers: answers.into(),
                date: day(3, 2),
            });
        }
    }
}

#[test]
fn observers_are_compared_criterion_by_criterion() {
    let mut course = rubric();
    criteria(&mut course, InstrumentKind::SkillTest);
    let evaluation = course.evaluate();
    let quality = evaluation
        .instruments
        .iter()
        .find(|one| one.instrument == instrument("skill"))
        .unwrap();
    let [greets, records] = &quality.criteria[..] else {
        panic!("two criteria");
    };
    assert_eq!((greets.people, records.people), (6, 6));
    assert!(greets.alpha.unwrap() < 0.0, "{:?}", greets.alpha);
    assert_eq!(records.alpha, Some(1.0));
    // Items are judged on the mean of the observers: 2 of 4 for everybody on the first.
    let before = quality.before.as_ref().unwrap();
    assert_eq!((before.people, before.items[0].difficulty), (6, 0.5));
    // The score of a person is the mean of both sheets.
    let first = evaluation
        .persons
        .iter()
        .find(|one| one.person == person(1));
    assert_eq!(
        *first.unwrap().before.reveal(),
        Some(100.0 * (2.0 + 1.0) / 8.0)
    );
    // A checklist answered by observers is what they saw at work.
    let mut course = rubric();
    criteria(&mut course, InstrumentKind::BehaviourChecklist);
    course.results.instruments[2].mastery = None;
    let evaluation = course.evaluate();
    assert_eq!(evaluation.behaviour.len(), 1);
    assert_eq!(evaluation.behaviour[0].change.flow.both, 6);
}
