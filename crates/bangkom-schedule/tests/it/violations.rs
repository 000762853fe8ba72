//! Every hard rule, broken once by hand, is found; the unbroken plan is clean.

use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::decision::{DecisionSubject, Verdict};
use bangkom_domain::measure::{Permille, Rupiah};
use bangkom_domain::people::{EmploymentKind, Leave, LeaveKind};
use bangkom_domain::plan::{Publication, SlotSpan};
use bangkom_domain::privacy::Personal;
use bangkom_domain::program::SessionKind;
use bangkom_domain::resources::InstructorKind;
use bangkom_schedule::PlanViolation;
use chrono::NaiveDate;

use crate::case::Case;
use crate::small::{self, claim, day, days, person, program_id};

/// The places of the batches in the plan, and of the programs in the catalog.
const ADVANCED: usize = 0;
const FIRST: usize = 1;
const SECOND: usize = 2;

fn span(date: NaiveDate, first: u8, count: u8) -> SlotSpan {
    SlotSpan { date, first, count }
}

fn times(case: &mut Case, batch: usize, session: usize, times: Vec<SlotSpan>) {
    case.plan.batches[batch].sessions[session].times = times;
}

fn teacher(case: &mut Case, batch: usize, code: &str) {
    let staff = small::instructor(code, InstructorKind::Staff, &["BASIC", "ADVANCED"]);
    case.city.resources.instructors.push(staff);
    case.plan.batches[batch].sessions[0].instructors = vec![code.parse().unwrap()];
}

fn room(case: &mut Case, batch: usize, code: &str) {
    case.city.resources.rooms.push(small::room(code, 4));
    case.plan.batches[batch].sessions[0].room = Some(code.parse().unwrap());
}

fn earlier(case: &mut Case, publication: Publication) {
    let mut plan = case.plan.clone();
    plan.batches
        .retain(|batch| batch.id.as_str() == "BASIC/b01");
    plan.batches[0].publication = publication;
    plan.batches[0].seats[0].pinned = true;
    case.fixed = Some(plan);
}

type Break = fn(&mut Case);

const FORM: &[(&str, Break)] = &[
    ("plan.duplicate_batch", |case| {
        case.plan.batches[SECOND].id = "BASIC/b01".parse().unwrap();
    }),
    ("plan.duplicate_session", |case| {
        case.plan.batches[SECOND].sessions[0].id = "BASIC/b01/s1".parse().unwrap();
    }),
    ("plan.unknown_program", |case| {
        case.plan.batches[FIRST].program = program_id("NOWHERE");
        let rows = [2, 3, 6, 7].map(|number| claim(number, "NOWHERE", 1));
        case.city.demand.rows.extend(rows);
        let known = &mut case.city.resources.instructors[0].qualified_for;
        known.push(program_id("NOWHERE"));
    }),
    ("plan.unknown_room", |case| {
        case.plan.batches[FIRST].sessions[0].room = Some("NOWHERE".parse().unwrap());
    }),
    ("plan.unknown_instructor", |case| {
        case.plan.batches[FIRST].sessions[0].instructors = vec!["NOBODY".parse().unwrap()];
    }),
    ("plan.unknown_person", |case| {
        case.plan.batches[FIRST].seats[0].person = person(99);
        case.city.demand.rows.push(claim(99, "BASIC", 1));
    }),
    ("plan.horizon_mismatch", |case| {
        case.plan.horizon = days((4, 6), (5, 28));
    }),
];

const SEATS: &[(&str, Break)] = &[
    ("plan.seat_twice", |case| {
        case.plan.batches[FIRST].seats[1] = case.plan.batches[FIRST].seats[0].clone();
    }),
    ("plan.seat_without_demand", |case| {
        case.city.demand.rows.remove(2);
    }),
    ("plan.already_completed", |case| {
        case.credit(2, Some("BASIC"), 10);
    }),
    ("plan.second_seat", |case| {
        case.plan.batches[FIRST].seats[0].person = person(0);
    }),
    ("plan.against_decision", |case| {
        case.decide(DecisionSubject::Person(person(2)), Verdict::Reject);
    }),
    ("plan.rejected_batch", |case| {
        let batch = case.plan.batches[FIRST].id.clone();
        case.decide(DecisionSubject::Batch(batch), Verdict::Reject);
    }),
    ("plan.person_unavailable", |case| {
        let mut batches = case.plan.batches.iter();
        let held = batches.find(|batch| batch.seats.iter().any(|seat| seat.person == person(2)));
        let first = held.unwrap().sessions[0].first_day().unwrap();
        case.people[2].leaves.push(Leave {
            kind: Personal::new(LeaveKind::Annual),
            period: Period::day(first),
        });
    }),
    ("plan.person_conflict", |case| {
        case.programs[1].prerequisites.clear();
        let start = case.plan.batches[ADVANCED].sessions[0].times[0];
        times(case, SECOND, 0, vec![span(start.date, 0, 2)]);
        room(case, SECOND, "OTHER");
        teacher(case, SECOND, "OTHER");
    }),
    ("plan.hours_cap", |case| {
        case.people[0].kind = EmploymentKind::Pppk;
        case.people[0].contract = Some(days((1, 1), (12, 31)));
        case.credit(0, None, 5);
    }),
    ("plan.training_slots", |case| {
        let limits = [(person(2), 1)].into();
        case.policy = case.policy.clone().training_slots(limits);
    }),
    ("plan.needed_earlier", |case| {
        case.city.demand.rows[2].needed_by = Some(day(4, 5));
    }),
    ("plan.prerequisite", |case| {
        case.plan.batches[SECOND].seats.remove(0);
    }),
];

const SIZES: &[(&str, Break)] = &[
    ("plan.too_few_seats", |case| {
        case.programs[0].limits.min_seats = 4;
        case.plan.batches[FIRST].seats.remove(0);
    }),
    ("plan.too_many_seats", |case| {
        case.programs[0].limits.max_seats = 3;
    }),
    ("plan.too_many_batches", |case| {
        case.programs[0].limits.max_batches = 1;
    }),
    ("plan.unit_share", |case| {
        case.programs[0].limits.max_one_unit = Permille::new(400).unwrap();
    }),
    ("plan.too_few_units", |case| {
        case.programs[0].limits.min_units = 3;
    }),
];

const ROOMS: &[(&str, Break)] = &[
    ("plan.room_too_small", |case| {
        case.city.resources.rooms[0].capacity = 3;
    }),
    ("plan.room_need", |case| {
        case.plan.batches[FIRST].sessions[0].room = None;
    }),
    ("plan.room_feature", |case| {
        case.city.resources.rooms[0].features.clear();
    }),
    ("plan.room_unavailable", |case| {
        case.city.resources.rooms[0].unavailable = vec![Period::day(day(4, 6))];
    }),
    ("plan.room_conflict", |case| {
        case.city.resources.staffing.clear();
        times(case, SECOND, 0, vec![span(day(4, 6), 0, 2)]);
        teacher(case, SECOND, "OTHER");
    }),
];

const INSTRUCTORS: &[(&str, Break)] = &[
    ("plan.instructor_count", |case| {
        teacher(case, FIRST, "OTHER");
        let staff = &mut case.plan.batches[FIRST].sessions[0].instructors;
        staff.push("STAFF".parse().unwrap());
    }),
    ("plan.expert_count", |case| {
        case.city.resources.instructors[1].kind = InstructorKind::Staff;
    }),
    ("plan.not_qualified", |case| {
        case.city.resources.instructors[0].qualified_for.remove(0);
    }),
    ("plan.instructor_unavailable", |case| {
        case.city.resources.instructors[0].unavailable = vec![Period::day(day(4, 6))];
    }),
    ("plan.outside_contract", |case| {
        case.city.resources.instructors[1].contract = vec![days((5, 18), (5, 20))];
    }),
    ("plan.instructor_conflict", |case| {
        case.city.resources.staffing.clear();
        times(case, SECOND, 0, vec![span(day(4, 6), 0, 2)]);
        room(case, SECOND, "OTHER");
    }),
    ("plan.instructor_overload", |case| {
        case.city.resources.instructors[0].max_slots = 1;
    }),
];

const TIMES: &[(&str, Break)] = &[
    ("plan.session_pattern", |case| {
        case.plan.batches[FIRST].sessions[0].kind = SessionKind::Online;
    }),
    ("plan.session_length", |case| {
        case.programs[0].sessions[0].slots = 1;
    }),
    ("plan.not_consecutive", |case| {
        times(
            case,
            FIRST,
            0,
            vec![span(day(4, 6), 0, 1), span(day(4, 8), 1, 1)],
        );
    }),
    ("plan.not_working", |case| {
        times(case, FIRST, 0, vec![span(day(4, 11), 0, 2)]);
    }),
    ("plan.outside_horizon", |case| {
        times(case, FIRST, 0, vec![span(day(6, 2), 0, 2)]);
    }),
    ("plan.gap_out_of_range", |case| {
        times(case, ADVANCED, 3, vec![span(day(5, 21), 0, 1)]);
    }),
    ("plan.pause_too_long", |case| {
        case.policy = case.policy.clone().max_pause_days(Some(1));
        times(
            case,
            FIRST,
            0,
            vec![span(day(5, 8), 1, 1), span(day(5, 11), 0, 1)],
        );
    }),
    ("plan.begins_too_early", |case| {
        // Only the first batch begins on the first day of the plan.
        case.policy = case.policy.clone().not_before(Some(day(4, 7)));
    }),
    ("plan.past_deadline", |case| {
        case.programs[0].deadline = Some(day(4, 5));
    }),
];

const UNITS: &[(&str, Break)] = &[
    ("plan.away_cap", |case| {
        case.city.resources.staffing[0].max_away = Permille::new(250).unwrap();
    }),
    ("plan.blackout", |case| {
        case.city.resources.staffing[0].blackout = vec![Period::day(day(4, 6))];
    }),
    ("plan.person_days", |case| {
        case.city.resources.staffing[0].max_person_days = Some(1);
    }),
    ("plan.overspent", |case| {
        case.city.resources.funds[0].amount = Rupiah::new(100);
    }),
    ("plan.frozen_changed", |case| {
        earlier(case, Publication::Frozen);
    }),
    ("plan.pinned_seat_lost", |case| {
        earlier(case, Publication::Published);
        case.plan.batches[FIRST].seats.remove(0);
    }),
];

fn tables() -> impl Iterator<Item = &'static (&'static str, Break)> {
    [FORM, SEATS, SIZES, ROOMS, INSTRUCTORS, TIMES, UNITS]
        .into_iter()
        .flatten()
}

#[test]
fn the_unbroken_plan_is_clean() {
    assert_eq!(Case::new().codes(), Vec::<&str>::new());
}

#[test]
fn each_rule_broken_once_is_found_alone() {
    for (code, change) in tables() {
        let mut case = Case::new();
        change(&mut case);
        case.refresh();
        case.recost();
        assert_eq!(case.codes(), [*code]);
    }
}

#[test]
fn a_wrong_cost_is_found() {
    let mut case = Case::new();
    case.plan.batches[0].cost = Rupiah::new(1);
    assert_eq!(case.codes(), ["plan.wrong_cost"]);
}

#[test]
fn every_code_of_a_violation_has_its_case() {
    let mut tried: BTreeSet<&str> = tables().map(|(code, _)| *code).collect();
    tried.insert("plan.wrong_cost");
    let known: BTreeSet<&str> = PlanViolation::CODES.iter().copied().collect();
    assert_eq!(tried, known);
}
