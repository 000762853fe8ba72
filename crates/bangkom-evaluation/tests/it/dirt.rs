//! Each kind of bad record is found with its place, and the rest still counts.

use bangkom_domain::Language;
use bangkom_domain::finding::Explain;
use bangkom_domain::id::{ProgramId, SessionId};
use bangkom_domain::plan::Seat;
use bangkom_domain::results::{InstrumentKind, Occasion, TestScore};
use bangkom_evaluation::Evaluation;

use crate::course::{Course, batch_id, day, instrument, person, unit};

fn group() -> Course {
    let mut course = Course::new();
    for number in 1..=6 {
        course.learn(
            number,
            f64::from(number),
            f64::from(number) + f64::from(number % 3),
        );
    }
    course
}

fn codes(evaluation: &Evaluation) -> Vec<&'static str> {
    for finding in &evaluation.findings {
        assert_ne!(finding.text(Language::Id), finding.text(Language::En));
        assert_ne!(finding.action(Language::Id), finding.action(Language::En));
        assert!(!finding.place().record.is_empty());
    }
    evaluation.findings.iter().map(Explain::code).collect()
}

#[test]
fn bad_scores_are_found_and_set_aside() {
    type Damage = fn(&mut TestScore);
    let damages: [(&str, Damage); 8] = [
        ("evaluation.score_not_a_number", |score| {
            score.score = f64::NAN.into();
        }),
        ("evaluation.score_off_scale", |score| {
            score.score = 10.01.into();
        }),
        ("evaluation.unknown_batch", |score| {
            score.batch = batch_id("b9");
        }),
        ("evaluation.not_seated", |score| {
            score.batch = batch_id("b2");
        }),
        ("evaluation.unknown_person", |score| {
            score.person = person(99);
        }),
        ("evaluation.unknown_instrument", |score| {
            score.instrument = instrument("none");
        }),
        ("evaluation.future_date", |score| score.date = day(6, 2)),
        ("evaluation.conflicting_record", |score| {
            score.occasion = Occasion::Before;
        }),
    ];
    for (code, damage) in damages {
        let mut course = group();
        let clean = course.evaluate();
        let score = course.score(1, Occasion::FollowUp, 9.5);
        damage(score);
        let dirty = course.evaluate();
        assert_eq!(codes(&dirty)[0], code);
        if code != "evaluation.conflicting_record" {
            assert_eq!(dirty.programs, clean.programs, "{code}");
        }
    }
}

#[test]
fn a_repeated_score_counts_once_and_one_without_before_is_named() {
    let mut course = group();
    let clean = course.evaluate();
    course.results.scores.push(course.results.scores[0].clone());
    let dirty = course.evaluate();
    assert_eq!(
        (codes(&dirty), dirty.programs),
        (vec!["evaluation.repeated_record"], clean.programs)
    );
    course.results.scores.truncate(12);
    course.seat(7, "A", true);
    course.score(7, Occasion::After, 5.0);
    let found = course.evaluate();
    assert_eq!(codes(&found), ["evaluation.no_score_before"]);
    assert_eq!(found.programs[0].learning[0].change.flow.both, 6);
}

#[test]
fn bad_instruments_are_found() {
    let mut course = group();
    course.results.instruments[0].mastery = Some(11.0);
    course.results.instruments[0].reliability = Some(1.0);
    let found = course.evaluate();
    assert_eq!(codes(&found), ["evaluation.bad_instrument"; 2]);
    assert!(
        found
            .persons
            .iter()
            .all(|one| one.mastered.reveal().is_none())
    );
    let copy = course.results.instruments[1].clone();
    let other = bangkom_domain::results::Instrument {
        kind: InstrumentKind::SkillTest,
        ..copy.clone()
    };
    course.results.instruments.push(other);
    assert!(codes(&course.evaluate()).contains(&"evaluation.conflicting_instrument"));
    let mut foreign = group();
    foreign.results.instruments[0].program = ProgramId::new("nothing").unwrap();
    let found = foreign.evaluate();
    assert!(codes(&found).contains(&"evaluation.unknown_program"));
    assert!(codes(&found).contains(&"evaluation.unknown_instrument"));
}

#[test]
fn an_instrument_of_another_program_is_foreign() {
    let mut course = group();
    let mut second = course.catalog.programs[0].clone();
    second.id = ProgramId::new("second").unwrap();
    course.catalog.programs.push(second.clone());
    course.results.instruments[0].program = second.id;
    assert_eq!(
        codes(&course.evaluate()),
        ["evaluation.foreign_instrument"; 12]
    );
}

#[test]
fn bad_plans_and_attendance_are_found() {
    let mut course = group();
    let clean = course.evaluate();
    course.plan.batches[0].seats.push(Seat {
        person: person(1),
        pinned: false,
    });
    course.plan.batches[0].seats.push(Seat {
        person: person(77),
        pinned: false,
    });
    course.plan.batches[1].program = ProgramId::new("nothing").unwrap();
    let mark = course.results.attendance[0].clone();
    let session = |code: &str| SessionId::new(code).unwrap();
    for (code, who) in [("b9/s1", 1), ("b1/s1", 88), ("b1/s1", 1)] {
        let mut other = mark.clone();
        (other.session, other.person) = (session(code), person(who));
        course.results.attendance.push(other);
    }
    let dirty = course.evaluate();
    let expected = [
        "evaluation.not_seated",
        "evaluation.repeated_record",
        "evaluation.repeated_seat",
        "evaluation.unknown_person",
        "evaluation.unknown_program",
        "evaluation.unknown_session",
    ];
    assert_eq!(codes(&dirty), expected);
    assert_eq!(dirty.programs, clean.programs);
    course.results.attendance.last_mut().unwrap().present = false.into();
    assert!(codes(&course.evaluate()).contains(&"evaluation.conflicting_record"));
}

#[test]
fn bad_series_are_found() {
    let mut course = group();
    course.serve("A", [1.0; 8]);
    course.serve("B", [1.0; 8]);
    course.serve("B", [2.0; 8]);
    course.serve("A", [1.0; 8]);
    course.results.series[3].unit = unit("ZZ");
    course.results.series[0].points[0].value = f64::NAN;
    let copy = course.results.series[0].points[2].clone();
    course.results.series[0].points.push(copy);
    let found = course.evaluate();
    let expected = [
        "evaluation.bad_point",
        "evaluation.bad_point",
        "evaluation.bad_point",
        "evaluation.repeated_series",
        "evaluation.unknown_unit",
    ];
    assert_eq!(codes(&found), expected);
    assert_eq!(found.services[0].points_before, 2);
}
