//! What is wrong with the input is found before the search, all of it, and the rest is kept.

use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::finding::Explain;
use bangkom_domain::id::{BatchId, CohortId, FeatureId, InstructorId, RoomId, SiteId, UnitId};
use bangkom_domain::progress::Silent;
use bangkom_schedule::check::timetable::analyze;
use bangkom_schedule::rules::timetable::{Level, Rule};
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{
    Booking, Exception, Gap, Input, Problem, SolveOptions, TimetableFinding, Venue, solve,
};

use super::rules::because;
use super::town::{at, input, instructor, person, window};

type Change = fn(&mut Input);

const CASES: &[(&str, Change)] = &[
    ("timetable_input.empty", |input| input.batches.clear()),
    ("timetable_input.no_day", |input| input.days.clear()),
    ("timetable_input.day_repeated", |input| {
        input.days.push(input.days[0]);
    }),
    ("timetable_input.day_length", |input| {
        input.days[3].slots = 65;
    }),
    ("timetable_input.too_many_slots", |input| {
        let day = input.days[0];
        input.days = (0..16_000)
            .map(|after| bangkom_schedule::timetable::Day {
                date: day.date + chrono::Days::new(after),
                slots: 64,
            })
            .collect();
    }),
    ("timetable_input.window_reversed", |input| {
        input.rooms[1].closed = vec![window(9, 4)];
    }),
    ("timetable_input.site_repeated", |input| {
        input.sites.push(input.sites[0].clone());
    }),
    ("timetable_input.room_repeated", |input| {
        input.rooms.push(input.rooms[0].clone());
    }),
    ("timetable_input.room_capacity", |input| {
        input.rooms[2].capacity = 0;
    }),
    ("timetable_input.site_unknown", |input| {
        input.rooms[2].site = SiteId::new("MOON").ok();
    }),
    ("timetable_input.instructor_repeated", |input| {
        input.instructors.push(input.instructors[0].clone());
    }),
    ("timetable_input.qualified_for_nothing", |input| {
        input.instructors.push(instructor("EKO"));
    }),
    ("timetable_input.unit_repeated", |input| {
        input.units.push(input.units[0].clone());
    }),
    ("timetable_input.person_repeated", |input| {
        input.people.push(input.people[0].clone());
    }),
    ("timetable_input.unit_unknown", |input| {
        input.people[0].unit = UnitId::new("MOON").ok();
    }),
    ("timetable_input.cohort_repeated", |input| {
        input.cohorts.push(input.cohorts[0].clone());
    }),
    ("timetable_input.batch_repeated", |input| {
        input.batches.push(input.batches[1].clone());
    }),
    ("timetable_input.session_repeated", |input| {
        let again = input.batches[0].sessions[0].clone();
        input.batches[1].sessions.push(again);
    }),
    ("timetable_input.person_unknown", |input| {
        input.batches[0].people.push(person(99));
    }),
    ("timetable_input.cohort_unknown", |input| {
        input.batches[0].cohorts.push(CohortId::new("Y9").unwrap());
    }),
    ("timetable_input.instructor_unknown", |input| {
        input.batches[0]
            .instructors
            .push(InstructorId::new("EKO").unwrap());
    }),
    ("timetable_input.room_unknown", |input| {
        input.bookings.push(Booking {
            window: window(0, 1),
            room: RoomId::new("TENT").ok(),
            instructor: None,
            people: Vec::new(),
        });
    }),
    ("timetable_input.batch_unknown", |input| {
        input.batches[0].after.push(BatchId::new("Z").unwrap());
    }),
    ("timetable_input.precedence_cycle", |input| {
        input.batches[0].after.push(BatchId::new("D").unwrap());
    }),
    ("timetable_input.session_length", |input| {
        input.batches[0].sessions[0].slots = 0;
    }),
    ("timetable_input.session_too_long", |input| {
        input.batches[0].sessions[0].slots = 7;
    }),
    ("timetable_input.gap_reversed", |input| {
        let gap = Gap {
            least_days: 3,
            greatest_days: Some(2),
        };
        input.batches[0].sessions[1].gap = Some(gap);
    }),
    ("timetable_input.no_room_with_features", |input| {
        let stage = FeatureId::new("stage").unwrap();
        input.batches[0].sessions[0].venue = Venue::Room(BTreeSet::from([stage]));
    }),
    ("timetable_input.no_room_large_enough", |input| {
        input.batches[0].seats = Some(5);
    }),
    ("timetable_input.nobody_qualified", |input| {
        input.batches[3].instructors.clear();
    }),
    ("timetable_input.too_few_qualified", |input| {
        input.batches[0].sessions[0].instructors = 3;
    }),
    ("timetable_input.no_exception_possible", |input| {
        input.exceptions = vec![Exception {
            session: "A/1".parse().unwrap(),
            rule: Rule::Staffing,
            because: because(),
        }];
    }),
    ("timetable_input.number_too_large", |input| {
        input.batches[0].avoid = vec![super::town::avoid(0, 24, u32::MAX)];
    }),
    ("timetable_input.session_unknown", |input| {
        input.published = vec![at("Z/1", 0, "HALL", "ANI")];
    }),
    ("timetable_input.pin_broken", |input| {
        input.pins = vec![at("A/1", 4, "HALL", "ANI")];
    }),
    ("timetable_input.weight_too_large", |input| {
        let rules = std::mem::take(&mut input.rules);
        input.rules = rules
            .soften(Rule::Capacity, Level::Quality, u32::MAX, because())
            .unwrap();
    }),
];

#[test]
fn the_town_has_no_finding() {
    let findings = Problem::new(input()).findings;
    assert_eq!(findings.as_slice(), []);
}

#[test]
fn each_fault_is_found_and_the_rest_can_be_planned() {
    for (code, change) in CASES {
        let mut input = input();
        change(&mut input);
        let checked = Problem::new(input);
        let codes: BTreeSet<&str> = checked.findings.iter().map(Explain::code).collect();
        assert!(codes.contains(code), "{code} not in {codes:?}");
        for finding in &checked.findings {
            for language in [Language::Id, Language::En] {
                assert!(!finding.text(language).contains('{'));
                assert!(!finding.action(language).is_empty());
            }
        }
        let options = SolveOptions::default().budget(Budget::Moves(500));
        let solution = solve(&checked.value, &options, &mut Silent);
        assert!(
            analyze(&checked.value, solution.plan()).is_feasible(),
            "{code}"
        );
    }
}

#[test]
fn every_code_has_a_case() {
    let codes: BTreeSet<&str> = CASES.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, TimetableFinding::CODES.iter().copied().collect());
}

#[test]
fn all_faults_are_found_at_once() {
    let mut all = input();
    for (_, change) in CASES.iter().filter(|(code, _)| code.ends_with("_unknown")) {
        change(&mut all);
    }
    let findings = Problem::new(all).findings;
    let codes: BTreeSet<&str> = findings.iter().map(Explain::code).collect();
    assert_eq!(
        codes
            .iter()
            .filter(|code| code.ends_with("_unknown"))
            .count(),
        8
    );
}

#[test]
fn differing_records_of_one_id_are_all_set_aside() {
    let mut input = input();
    let mut other = input.rooms[1].clone();
    other.capacity = 9;
    input.rooms.push(other);
    assert_eq!(Problem::new(input).value.rooms().len(), 2);
}
