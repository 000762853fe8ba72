//! Why a session is not elsewhere, why it has no place, and what would help.

use std::collections::BTreeSet;

use bangkom_schedule::check::timetable::{
    Impossible, difference, impossible, score, suggestions, unassigned, why_not,
};
use bangkom_schedule::rules::timetable::{Level, Rule, Severity};
use bangkom_schedule::timetable::{Problem, Timetable};
use proptest::prelude::*;

use super::rules::because;
use super::town::{at, window};
use super::{random, town};

fn problem() -> Problem {
    Problem::new(town::input()).value
}

#[test]
fn every_reason_against_a_place_is_given_with_the_change_in_score() {
    let problem = problem();
    // CITRA is away, and A meets there with one of the same people, before whom A must end.
    let answer = why_not(&problem, &town::plan(), &at("D/1", 1, "HALL", "CITRA"));
    let rules: BTreeSet<Rule> = answer.against.iter().map(|found| found.rule).collect();
    let expected = BTreeSet::from([
        Rule::RoomConflict,
        Rule::ParticipantConflict,
        Rule::Availability,
        Rule::Precedence,
    ]);
    assert!(answer.is_blocked);
    assert!(rules.is_superset(&expected), "{rules:?}");
    assert!(answer.after.hard < answer.before.hard);
    assert_eq!(answer.before, score(&problem, &town::plan()));
}

#[test]
fn a_better_place_has_nothing_against_it() {
    let mut input = town::input();
    input.batches[3].avoid = vec![town::avoid(14, 16, 5)];
    let problem = Problem::new(input).value;
    let answer = why_not(&problem, &town::plan(), &at("D/1", 16, "LAB", "CITRA"));
    assert!(!answer.is_blocked && answer.against.is_empty());
    assert_eq!(answer.after.quality - answer.before.quality, 10);
    let best = &suggestions(&problem, &town::plan(), &"D/1".parse().unwrap(), 3);
    assert_eq!(best.len(), 3);
    assert!(best[0].score >= answer.after && best[0].score >= best[1].score);
}

#[test]
fn a_session_without_a_place_has_its_reasons_and_smallest_relaxations() {
    let mut input = town::input();
    input.batches[2].sessions.drain(1..);
    input.rooms[0].closed = vec![window(0, 24)];
    let problem = Problem::new(input).value;
    let mut plan = town::plan();
    plan.assignments
        .retain(|a| !matches!(a.session.as_str(), "C/1" | "C/2" | "C/3"));
    plan.assignments
        .retain(|a| a.room.as_ref().is_none_or(|room| room.as_str() != "LAB"));
    let open = unassigned(&problem, &plan);
    let c1 = open
        .iter()
        .find(|open| open.session.as_str() == "C/1")
        .unwrap();
    assert_eq!(c1.free, 0);
    let reasons: BTreeSet<Rule> = c1.reasons.iter().map(|(rule, _)| *rule).collect();
    assert!(reasons.is_superset(&BTreeSet::from([Rule::Features, Rule::Availability])));
    // One rule alone may give way: a room without computers, or the closed one.
    let single: BTreeSet<Rule> = c1
        .relaxations
        .iter()
        .filter(|way| way.against.len() == 1)
        .map(|way| way.against[0].rule)
        .collect();
    assert!(
        single.is_superset(&BTreeSet::from([Rule::Features, Rule::Availability])),
        "{single:?}"
    );
    let softened = |rule| {
        let mut input = problem.input().clone();
        input.rules = input
            .rules
            .soften(rule, Level::Quality, 1, because())
            .unwrap();
        let problem = Problem::new(input).value;
        let of = unassigned(&problem, &plan);
        of.into_iter()
            .find(|open| open.session.as_str() == "C/1")
            .unwrap()
            .free
    };
    assert!(softened(Rule::Features) > 0 && softened(Rule::Availability) > 0);
}

#[test]
fn what_no_plan_can_do_is_found_with_a_smallest_set() {
    assert_eq!(impossible(&problem()), []);
    let mut input = town::input();
    input.rooms[0].closed = vec![window(0, 24)];
    let found = impossible(&Problem::new(input).value);
    let session = "C/1".parse().unwrap();
    let rules = vec![Rule::Features, Rule::Availability];
    assert_eq!(found, [Impossible::NoPlace { session, rules }]);

    // The only room with computers is open for two slots, and two sessions need three.
    let mut input = town::input();
    input.rooms[0].closed = vec![window(0, 6), window(8, 24)];
    input.batches[2].sessions[1].venue = input.batches[2].sessions[0].venue.clone();
    let found = impossible(&Problem::new(input).value);
    let too_little = |found: &Impossible| match found {
        Impossible::TooLittle {
            sessions,
            needed,
            available,
            ..
        } => Some((sessions.len(), *needed, *available)),
        _ => None,
    };
    let short: Vec<_> = found.iter().filter_map(too_little).collect();
    assert_eq!(short, [(2, 3, 2)], "{found:?}");

    // Three sessions and two slots.
    let mut input = town::input();
    input.batches[2].unavailable = vec![window(0, 14), window(16, 24)];
    input.batches[2].sessions[0].slots = 1;
    let found = impossible(&Problem::new(input).value);
    let of_cohort = |found: &Impossible| match found {
        Impossible::TooManySessions { sessions, .. } => Some(sessions.len()),
        _ => None,
    };
    assert!(
        found
            .iter()
            .filter_map(of_cohort)
            .any(|sessions| sessions == 3),
        "{found:?}"
    );
}

#[test]
fn the_difference_of_two_plans_names_what_moved() {
    let problem = problem();
    let mut other = town::plan();
    other.assignments[7] = at("D/1", 16, "LAB", "CITRA");
    other.assignments.remove(3);
    let difference = difference(&problem, &town::plan(), &other);
    let moved: Vec<_> = difference
        .changed
        .iter()
        .map(|changed| changed.session.as_str())
        .collect();
    assert_eq!(moved, ["B/2", "D/1"]);
    assert_eq!(difference.changed[0].after, None);
    assert_eq!(difference.after.mandatory - difference.before.mandatory, -1);
}

proptest! {
    #[test]
    fn an_answer_says_what_the_checker_says(seed: u64, slot in 0_u32..20, room in 0_usize..4) {
        let problem = Problem::new(random::input(seed, false)).value;
        let plan = Timetable::default();
        let session = problem.batches()[0].sessions.first();
        let room = problem.rooms().get(room).map(|room| room.id.to_string()).unwrap_or_default();
        if let Some(session) = session {
            let assignment = at(session.id.as_str(), slot, &room, "");
            let answer = why_not(&problem, &plan, &assignment);
            let with = Timetable { assignments: vec![assignment] };
            prop_assert_eq!(answer.after, score(&problem, &with));
            let blocks = |rule| problem.rules().of(rule).severity == Severity::Block;
            let blocked = answer.against.iter().any(|found| blocks(found.rule));
            prop_assert_eq!(blocked, answer.is_blocked);
        }
    }
}
