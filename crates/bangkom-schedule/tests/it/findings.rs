//! What is wrong with the input is found before the search, all of it, and the rest is kept.

use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::decision::{DecisionSubject, Verdict};
use bangkom_domain::finding::Explain as _;
use bangkom_domain::measure::{Permille, Rupiah};
use bangkom_domain::plan::Publication;
use bangkom_schedule::ProblemFinding;
use chrono::Datelike as _;

use crate::case::Case;
use crate::small::{claim, day, person, program_id, rule};

type Change = fn(&mut Case);

const CASES: &[(&str, Change)] = &[
    ("problem.calendar_missing", |case| {
        let first = case.city.resources.horizon.first();
        let last = first.with_year(2027).unwrap();
        case.city.resources.horizon = Period::new(first, last).unwrap();
    }),
    ("problem.calendar", |case| {
        let year = case.city.resources.calendar[0].clone();
        case.city.resources.calendar.push(year);
    }),
    ("problem.no_working_day", |case| {
        case.city.resources.horizon = Period::day(day(4, 11));
    }),
    ("problem.demand_person", |case| {
        case.city.demand.rows[0].person = person(99);
    }),
    ("problem.demand_program", |case| {
        case.city.demand.rows[0].program = program_id("NOWHERE");
    }),
    ("problem.demand_repeated", |case| {
        let row = case.city.demand.rows[0].clone();
        case.city.demand.rows.push(row);
    }),
    ("problem.demand_conflict", |case| {
        case.city.demand.rows.push(claim(0, "BASIC", 7));
    }),
    ("problem.demand_completed", |case| {
        case.credit(0, Some("BASIC"), 10);
    }),
    ("problem.demand_worthless", |case| {
        case.city.demand.rows[0] = claim(0, "BASIC", 0);
    }),
    ("problem.slots_person", |case| {
        let limits = [(person(99), 4)].into();
        case.policy = case.policy.clone().training_slots(limits);
    }),
    ("problem.ledger_person", |case| {
        case.credit(99, None, 10);
    }),
    ("problem.ledger", |case| {
        case.credit(0, None, 10);
        case.credit(0, None, 10);
    }),
    ("problem.session_too_long", |case| {
        case.programs[0].sessions[0].slots = 1_000;
    }),
    ("problem.mixing_impossible", |case| {
        case.programs[0].limits.max_one_unit = Permille::new(100).unwrap();
    }),
    ("problem.no_batch_allowed", |case| {
        case.programs[0].limits.max_batches = 0;
    }),
    ("problem.unknown_fund", |case| {
        case.programs[0].cost.fund = "NOWHERE".parse().unwrap();
    }),
    ("problem.deadline_passed", |case| {
        case.programs[0].deadline = Some(day(1, 5));
    }),
    ("problem.no_suitable_room", |case| {
        case.city.resources.rooms.clear();
    }),
    ("problem.too_few_qualified", |case| {
        case.city.resources.instructors.remove(0);
    }),
    ("problem.too_few_experts", |case| {
        case.city.resources.instructors.remove(1);
    }),
    ("problem.room_capacity", |case| {
        case.city.resources.rooms[0].capacity = 0;
    }),
    ("problem.room_site", |case| {
        case.city.resources.rooms[0].site = "NOWHERE".parse().unwrap();
    }),
    ("problem.room_cost", |case| {
        case.city.resources.rooms[0].cost_per_slot = Rupiah::new(-1);
    }),
    ("problem.room_repeated", |case| {
        let room = case.city.resources.rooms[0].clone();
        case.city.resources.rooms.push(room);
    }),
    ("problem.qualified_for_nothing", |case| {
        case.city.resources.instructors[1].qualified_for.clear();
    }),
    ("problem.qualification_unknown", |case| {
        let known = &mut case.city.resources.instructors[1].qualified_for;
        known.push(program_id("NOWHERE"));
    }),
    ("problem.instructor_fee", |case| {
        case.city.resources.instructors[0].fee_per_slot = Rupiah::new(-1);
    }),
    ("problem.instructor_repeated", |case| {
        let instructor = case.city.resources.instructors[0].clone();
        case.city.resources.instructors.push(instructor);
    }),
    ("problem.fund_amount", |case| {
        case.city.resources.funds[0].amount = Rupiah::new(-1);
    }),
    ("problem.fund_repeated", |case| {
        let fund = case.city.resources.funds[0].clone();
        case.city.resources.funds.push(fund);
    }),
    ("problem.staffing_unit", |case| {
        case.city.resources.staffing.push(rule("NOWHERE", 10));
    }),
    ("problem.staffing_repeated", |case| {
        case.city.resources.staffing.push(rule("A", 10));
    }),
    ("problem.decision_conflict", |case| {
        case.decide(DecisionSubject::Person(person(0)), Verdict::Approve);
        case.decide(DecisionSubject::Person(person(0)), Verdict::Reject);
    }),
    ("problem.pinned", |case| {
        let mut plan = case.plan.clone();
        plan.batches[1].publication = Publication::Published;
        plan.batches[1].sessions[0].room = Some("SMALL".parse().unwrap());
        case.fixed = Some(plan);
    }),
];

#[test]
fn each_fault_is_found_and_the_rest_is_planned() {
    for (code, change) in CASES {
        let mut case = Case::new();
        change(&mut case);
        case.refresh();
        let found = case.findings();
        assert!(
            found.iter().any(|finding| finding.code() == *code),
            "{code}: {found:?}"
        );
        assert_eq!(case.solve().score().hard, 0, "{code}");
    }
}

#[test]
fn every_code_of_a_finding_has_its_case() {
    let tried: BTreeSet<&str> = CASES.iter().map(|(code, _)| *code).collect();
    assert_eq!(tried, ProblemFinding::CODES.iter().copied().collect());
}

#[test]
fn all_faults_are_found_at_once() {
    let mut case = Case::new();
    let at_once = [
        "problem.demand_person",
        "problem.room_capacity",
        "problem.fund_repeated",
    ];
    for (_, change) in CASES.iter().filter(|(code, _)| at_once.contains(code)) {
        change(&mut case);
    }
    let found = case.findings();
    let codes: BTreeSet<&str> = found.iter().map(ProblemFinding::code).collect();
    assert!(at_once.iter().all(|code| codes.contains(code)), "{codes:?}");
}

#[test]
fn a_sound_input_has_no_findings() {
    assert!(Case::new().findings().is_empty());
}
