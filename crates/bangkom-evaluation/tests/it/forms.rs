//! Forms that share items, and items of different weight.

use bangkom_domain::finding::Explain;
use bangkom_domain::results::{
    InstrumentItems, Item, ItemAnswers, Occasion, StudyDesign, TestForms,
};
use bangkom_evaluation::{Doubt, FormReading, FormShift, ItemDoubt, VerdictReason, item_quality};
use bangkom_stats::ConfidenceLevel;
use bangkom_testkit::Rng;

use crate::course::{Course, batch_id, day, instrument, person};

/// Eight shared items, and eight of their own for each form.
fn items() -> Vec<Item> {
    let of = |prefix: &'static str, asked: Option<Occasion>| {
        (0..8).map(move |at| Item {
            asked,
            ..Item::new(format!("{prefix}{at}"), 0.0, 1.0)
        })
    };
    of("both", None)
        .chain(of("first", Some(Occasion::Before)))
        .chain(of("last", Some(Occasion::After)))
        .collect()
}

/// People who learn by `gain` of the items, the items of the second form easier by `easier`.
fn tested(gain: f64, easier: f64, people: u32) -> Course {
    let mut course = Course::new();
    course.results.items = vec![InstrumentItems {
        instrument: instrument("test"),
        items: items(),
    }];
    let mut rng = Rng::new(3, "forms");
    for number in 1..=people {
        course.seat(number, "A", true);
        let able = 0.3 + 0.04 * f64::from(number % 5);
        for occasion in [Occasion::Before, Occasion::After] {
            let learned = if occasion == Occasion::After {
                gain
            } else {
                0.0
            };
            let mut right = |shift: f64| {
                let chance = able + learned + shift;
                Some(f64::from(u8::from(rng.unit() < chance)))
            };
            let asked = items();
            let answers = asked.iter().map(|item| match item.asked {
                Some(only) if only != occasion => None,
                Some(Occasion::After) => right(easier),
                _ => right(0.0),
            });
            course.results.answers.push(ItemAnswers {
                batch: batch_id(if number > 100 { "b2" } else { "b1" }),
                person: person(number),
                instrument: instrument("test"),
                occasion,
                observer: None,
                answers: answers.collect::<Vec<_>>().into(),
                date: day(3, 2),
            });
        }
    }
    course
}

fn shift(course: &Course) -> FormShift {
    let evaluation = course.evaluate();
    assert!(evaluation.record_findings.is_empty());
    evaluation.instruments[0].forms.clone().unwrap()
}

#[test]
fn an_easier_form_is_seen_by_the_shared_items() {
    let course = tested(0.0, 0.4, 80);
    let found = shift(&course);
    assert_eq!((found.people, found.shared), (80, 8));
    assert_eq!(found.reading, FormReading::Easier);
    // Half of the items are the form's own: 0.4 of those are 0.2 of the scale.
    assert!((found.easier - 0.2).abs() < 0.04 && found.shared_change.abs() < 0.06);
    let evaluation = course.evaluate();
    let program = &evaluation.programs[0];
    // The scores rose surely, and the verdict does not believe it.
    let change = &program.learning[0].change;
    assert!(change.test.as_ref().unwrap().ci.low > 1.0);
    assert!(
        change.doubts.iter().any(
            |doubt| matches!(doubt, Doubt::EasierTest { share } if (share - 0.2).abs() < 0.04)
        )
    );
    assert_eq!(program.verdict.reasons, [VerdictReason::DifferentForms]);
    // What was declared does not hide it.
    let mut declared = tested(0.0, 0.4, 80);
    declared.results.designs.push(StudyDesign {
        forms: Some(TestForms::Equated),
        ..StudyDesign::new(declared.catalog.programs[0].id.clone())
    });
    let verdict = &declared.evaluate().programs[0].verdict;
    assert_eq!(verdict.reasons, [VerdictReason::DifferentForms]);
}

#[test]
fn forms_alike_let_a_rise_be_believed() {
    let course = tested(0.4, 0.0, 400);
    let found = shift(&course);
    assert_eq!(found.reading, FormReading::Alike, "{found:?}");
    assert!(found.shared_interval.unwrap().contains(0.4));
    let program = &course.evaluate().programs[0];
    assert!(program.verdict.reasons.contains(&VerdictReason::Rose));
    assert_eq!(
        program.learning[0].change.design.forms,
        Some(TestForms::Equated)
    );
    // A harder form is told from an easier one.
    let harder = tested(0.4, -0.25, 80);
    assert_eq!(shift(&harder).reading, FormReading::Harder);
    // With few people it cannot be told, and different forms stay different.
    let few = tested(0.1, 0.0, 8);
    assert_eq!(shift(&few).reading, FormReading::Unclear);
    let design = few.evaluate().programs[0].learning[0].change.design;
    assert_eq!(
        (design.forms, design.form_shift),
        (Some(TestForms::Different), None)
    );
}

#[test]
fn items_that_only_one_form_has_are_enough_to_tell() {
    // The test after has eight items more than the one before, and they are easy.
    let mut course = tested(0.0, 0.4, 80);
    let own = course.results.items[0].items.iter();
    let kept: Vec<bool> = own
        .map(|item| item.asked != Some(Occasion::Before))
        .collect();
    let mut places = kept.iter();
    course.results.items[0]
        .items
        .retain(|_| *places.next().unwrap());
    for sheet in &mut course.results.answers {
        let answers = sheet.answers.reveal().iter().zip(&kept);
        let answers: Vec<_> = answers
            .filter(|(_, kept)| **kept)
            .map(|(it, _)| *it)
            .collect();
        sheet.answers = answers.into();
    }
    let found = shift(&course);
    assert_eq!((found.people, found.shared), (80, 8));
    assert_eq!(found.reading, FormReading::Easier, "{found:?}");
    let verdict = &course.evaluate().programs[0].verdict;
    assert_eq!(verdict.reasons, [VerdictReason::DifferentForms]);
    // Where both tests have every item there is nothing to tell.
    for item in &mut course.results.items[0].items {
        item.asked = None;
    }
    for sheet in &mut course.results.answers {
        let answers = sheet.answers.reveal().iter();
        let answers: Vec<_> = answers.map(|answer| answer.or(Some(0.0))).collect();
        sheet.answers = answers.into();
    }
    assert_eq!(course.evaluate().instruments[0].forms, None);
}

#[test]
fn items_are_judged_on_the_occasion_on_which_they_are_asked() {
    let evaluation = tested(0.2, 0.0, 40).evaluate();
    let quality = &evaluation.instruments[0];
    let before = quality.before.as_ref().unwrap();
    let codes: Vec<&str> = before.items.iter().map(|item| item.item.as_str()).collect();
    assert_eq!(codes.len(), 16);
    assert!(codes.contains(&"first3") && !codes.contains(&"last3"));
    assert_eq!(quality.shifts.len(), 8);
    // An answer to what was not asked cannot be.
    let mut course = tested(0.2, 0.0, 8);
    course.results.answers[0].answers = vec![Some(1.0); 24].into();
    let evaluation = course.evaluate();
    let found: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(found, ["results.answers_unsound"]);
}

#[test]
fn weights_count_in_scores_and_in_reliability() {
    let mut course = Course::new();
    let heavy = Item {
        weight: Some(3.0),
        ..Item::new("heavy", 1.0, 5.0)
    };
    course.results.items = vec![InstrumentItems {
        instrument: instrument("test"),
        items: vec![heavy.clone(), Item::new("light", 1.0, 5.0)],
    }];
    course.seat(1, "A", true);
    course.results.answers.push(ItemAnswers {
        batch: batch_id("b1"),
        person: person(1),
        instrument: instrument("test"),
        occasion: Occasion::Before,
        observer: None,
        answers: vec![Some(5.0), Some(1.0)].into(),
        date: day(3, 2),
    });
    // Three quarters of the points on a scale of ten, not half.
    let persons = course.evaluate().persons;
    assert_eq!(*persons[0].before.reveal(), Some(7.5));
    // Alpha is that of the sum as it is weighted: rows by hand, three times the first column.
    let level = ConfidenceLevel::default();
    let rows = [[5.0, 4.0], [2.0, 3.0], [4.0, 4.0], [1.0, 2.0], [3.0, 1.0]];
    let weighted = item_quality(&rows, &[heavy, Item::new("light", 1.0, 5.0)], level).unwrap();
    let plain = item_quality(
        &rows.map(|[a, b]| [3.0 * a, b]),
        &[Item::new("a", 3.0, 15.0), Item::new("b", 1.0, 5.0)],
        level,
    )
    .unwrap();
    let alpha = |quality: &bangkom_evaluation::ItemQuality| quality.alpha.as_ref().unwrap().alpha;
    assert!((alpha(&weighted) - alpha(&plain)).abs() < 1e-12);
    assert!((weighted.items[0].difficulty - 0.5).abs() < 1e-12);
    assert!(weighted.doubts.contains(&ItemDoubt::FewPeople));
    // A weight that is none is refused with the items.
    course.results.items[0].items[0].weight = Some(0.0);
    let evaluation = course.evaluate();
    let found: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert!(found.contains(&"results.items_unsound"));
}
