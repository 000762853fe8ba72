//! Who needs which support.

use std::collections::BTreeSet;

use bangkom_domain::finding::Explain;
use bangkom_domain::follow_up::{
    Barrier, Owner, Support, SupportAction, SupportOutcome, SupportStatus,
};
use bangkom_domain::id::ProgramId;
use bangkom_domain::program::DeliveryMethod;
use bangkom_domain::results::{InstrumentItems, InstrumentKind, Item, ItemAnswers, Occasion};
use bangkom_evaluation::SupportRule;

use crate::course::{Course, batch_id, day, instrument, person, unit};

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

/// A survey of what stands in the way, four questions on four things.
fn survey(course: &mut Course) {
    course.declare("climate", InstrumentKind::TransferSurvey, 0.0, 4.0);
    let barriers = [
        Barrier::SuperiorSupport,
        Barrier::PeerSupport,
        Barrier::Opportunity,
        Barrier::Feedback,
    ];
    let items = barriers.into_iter().map(|barrier| Item {
        barrier: Some(barrier),
        ..Item::new(barrier.code(), 1.0, 5.0)
    });
    course.results.items.push(InstrumentItems {
        instrument: instrument("climate"),
        items: items.collect(),
    });
}

fn says(course: &mut Course, number: u32, answers: [f64; 4]) {
    course.results.answers.push(ItemAnswers {
        batch: batch_id("b1"),
        person: person(number),
        instrument: instrument("climate"),
        occasion: Occasion::FollowUp,
        observer: None,
        answers: answers.map(Some).to_vec().into(),
        date: day(5, 20),
    });
}

/// Somebody whose behaviour is as it was.
fn unchanged(course: &mut Course, number: u32) {
    course.seat(number, "A", true);
    course.observe(number, 1, Occasion::Before, 2.0);
    course.observe(number, 1, Occasion::After, 2.0);
}

fn action(course: &Course, number: u32) -> SupportAction {
    let actions = course.evaluate().follow_up.actions;
    let mut own = actions
        .into_iter()
        .filter(|one| one.person == person(number));
    let first = own.next().unwrap();
    assert!(own.next().is_none(), "one action");
    first
}

#[test]
fn what_stands_in_the_way_decides_the_support() {
    let cases = [
        (
            [2.0, 5.0, 5.0, 5.0],
            Support::SuperiorTalk,
            SupportRule::NoSuperiorSupport,
        ),
        (
            [5.0, 2.0, 5.0, 5.0],
            Support::Mentoring,
            SupportRule::NoPeerSupport,
        ),
        (
            [5.0, 5.0, 2.0, 5.0],
            Support::SuperiorTalk,
            SupportRule::NoOpportunity,
        ),
        (
            [5.0, 5.0, 5.0, 2.0],
            Support::Coaching,
            SupportRule::NoFeedback,
        ),
        // Half of the points is no barrier.
        (
            [3.0, 3.0, 3.0, 3.0],
            Support::FieldVisit,
            SupportRule::BehaviourUnchanged,
        ),
    ];
    for (answers, support, rule) in cases {
        let mut course = Course::new();
        survey(&mut course);
        unchanged(&mut course, 1);
        says(&mut course, 1, answers);
        let found = action(&course, 1);
        assert_eq!((found.support, found.barrier), (support, rule.barrier()));
        assert!(found.reasons.contains(&rule.code().to_owned()), "{rule:?}");
        let sign = SupportRule::BehaviourUnchanged.code().to_owned();
        assert!(found.reasons.contains(&sign));
    }
    // Whose behaviour is better needs no support for what stands in the way.
    let mut course = Course::new();
    survey(&mut course);
    course.seat(1, "A", true);
    course.observe(1, 1, Occasion::Before, 2.0);
    course.observe(1, 1, Occasion::After, 4.0);
    says(&mut course, 1, [1.0; 4]);
    assert!(asked(&course, 1).is_empty());
}

#[test]
fn the_newest_answers_about_barriers_count_and_groups_have_figures() {
    let mut course = Course::new();
    survey(&mut course);
    for number in 1..=5 {
        unchanged(&mut course, number);
        let feedback = if number <= 2 { 1.0 } else { 5.0 };
        says(&mut course, number, [5.0, 5.0, 5.0, feedback]);
    }
    says(&mut course, 1, [5.0; 4]);
    course.results.answers[5].date = day(5, 28);
    let evaluation = course.evaluate();
    let figures: Vec<_> = evaluation
        .barriers
        .iter()
        .map(|one| (one.barrier, one.people, one.mean, one.hindered))
        .collect();
    assert_eq!(
        figures[0],
        (Barrier::SuperiorSupport, 5, Some(1.0), Some(0))
    );
    assert_eq!(figures[3], (Barrier::Feedback, 5, Some(0.8), Some(1)));
    assert_eq!(action(&course, 1).support, Support::FieldVisit);
    assert_eq!(action(&course, 2).support, Support::Coaching);
    // Four are too few to be shown.
    course.results.answers.retain(|one| one.person != person(5));
    let figure = &course.evaluate().barriers[3];
    assert_eq!(
        (figure.people, figure.mean, figure.hindered),
        (4, None, None)
    );
    // What others say of a person is no answer of the person, nor is that of a stranger.
    let before = course.evaluate().barriers;
    says(&mut course, 99, [1.0; 4]);
    let evaluation = course.evaluate();
    assert_eq!(evaluation.barriers, before);
    let codes: Vec<_> = evaluation.findings.iter().map(Explain::code).collect();
    assert_eq!(
        codes,
        ["evaluation.earlier_follow_up", "evaluation.unknown_person"]
    );
}

#[test]
fn what_was_mastered_and_is_not_applied_asks_for_a_mentor() {
    let mut course = group();
    course.learn(10, 2.0, 9.0);
    course.observe(10, 1, Occasion::Before, 3.0);
    course.observe(10, 1, Occasion::After, 3.0);
    let found = action(&course, 10);
    assert_eq!(found.support, Support::Mentoring);
    assert_eq!(
        found.reasons,
        ["evaluation.not_applied", "evaluation.behaviour_unchanged"]
    );
    // Below the mark it is not known to be mastered: a visit, and another seat.
    let mut course = group();
    course.learn(10, 4.0, 4.0);
    course.observe(10, 1, Occasion::Before, 3.0);
    course.observe(10, 1, Occasion::After, 3.0);
    let kinds: Vec<_> = asked(&course, 10)
        .into_iter()
        .map(|(kind, _)| kind)
        .collect();
    assert_eq!(kinds, [Support::Refresher, Support::FieldVisit]);
}

#[test]
fn every_support_is_asked_for_by_a_rule() {
    let reached: BTreeSet<Support> = SupportRule::ALL.iter().map(|rule| rule.support()).collect();
    assert_eq!(reached, Support::ALL.iter().copied().collect());
    let decision = include_str!("../../../../docs/decisions/0005-follow-up-by-rule.md");
    for rule in SupportRule::ALL {
        let code = rule.code();
        assert!(
            decision.contains(&format!("`{code}`")),
            "{code} is not documented"
        );
    }
}

/// A program of one form that teaches the service.
fn offer(course: &mut Course, code: &str, method: DeliveryMethod, hours: u32) {
    let mut program = course.catalog.programs[0].clone();
    program.id = ProgramId::new(code).unwrap();
    program.modules[0].method = method;
    program.modules[0].hours = serde_json::from_value(hours.into()).unwrap();
    course.catalog.programs.push(program);
}

#[test]
fn support_that_takes_time_and_people_becomes_demand() {
    let mut course = group();
    course.learn(13, 1.0, 6.9);
    course.learn(14, 2.0, 9.0);
    course.observe(14, 1, Occasion::Before, 3.0);
    course.observe(14, 1, Occasion::After, 3.0);
    unchanged(&mut course, 15);
    // Without such programs the head of the unit arranges it.
    assert_eq!(action(&course, 13).seat_in, None);
    assert!(course.evaluate().demand(&course.catalog()).is_empty());
    offer(&mut course, "coach-long", DeliveryMethod::Coaching, 12);
    offer(&mut course, "coach-short", DeliveryMethod::Coaching, 6);
    offer(&mut course, "mentor", DeliveryMethod::Mentoring, 8);
    offer(&mut course, "visit", DeliveryMethod::OnTheJobGuidance, 4);
    let evaluation = course.evaluate();
    let rows = evaluation.demand(&course.catalog());
    let seats: Vec<_> = rows
        .iter()
        .map(|row| (row.person, row.program.as_str()))
        .collect();
    assert_eq!(
        seats,
        [
            (person(13), "coach-short"),
            (person(14), "mentor"),
            (person(15), "visit")
        ]
    );
    for row in &rows {
        assert_eq!(row.closes[0].competency.as_str(), "service");
        assert_eq!(row.value.reveal().points(), 3_000);
        assert!(row.needed_by.is_some());
    }
    // Coaching that did not help is followed by a seat with a mentor.
    let mut done = evaluation.follow_up.clone();
    for one in &mut done.actions {
        one.status = SupportStatus::Done;
    }
    let (roster, catalog) = (course.roster(), course.catalog());
    let joined = evaluation
        .follow_ups_after(&done, &roster, &catalog)
        .actions;
    let of_13: Vec<_> = joined
        .iter()
        .filter(|one| one.person == person(13))
        .collect();
    assert_eq!(of_13[0].outcome, Some(SupportOutcome::NotYet));
    assert_eq!(of_13[1].support, Support::Mentoring);
    assert_eq!(of_13[1].seat_in, Some(ProgramId::new("mentor").unwrap()));
}
