//! Every rule is broken by a case that breaks it alone, and kept by the plan it was made from.

use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::finding::Explain as _;
use bangkom_domain::id::{RoomId, UnitId};
use bangkom_domain::measure::Rupiah;
use bangkom_schedule::check::timetable::{Analysis, analyze};
use bangkom_schedule::rules::timetable::{Level, Reason, Rule, Rules, Setting, Severity, Subject};
use bangkom_schedule::timetable::{Assignment, Input, Problem, Timetable};

use super::town::{at, input, plan, window};

pub(crate) fn because() -> Reason {
    Reason {
        reason: "a test".into(),
        author: "the tests".into(),
    }
}

/// All rules on: the two that are ignored by default count.
fn all_on() -> Rules {
    [Rule::LoadBalance, Rule::Fee]
        .into_iter()
        .fold(Rules::default(), |rules, rule| {
            let setting = Setting {
                severity: Severity::Warn,
                ..rule.default_setting()
            };
            rules.set(rule, setting, because()).unwrap()
        })
}

/// The rules of the town, but for one.
fn without(rule: Rule) -> Rules {
    let rules = all_on().ignore(Rule::LoadBalance, because()).unwrap();
    rules.ignore(rule, because()).unwrap()
}

type Change = fn(&mut Input, &mut Vec<Assignment>);

fn put(plan: &mut [Assignment], new: Assignment) {
    let old = plan
        .iter_mut()
        .find(|old| old.session == new.session)
        .unwrap();
    *old = new;
}

const CASES: &[(Rule, &str, u64, Change)] = &[
    (Rule::Form, "timetable.no_such_session", 1, |_, plan| {
        plan.push(at("Z/1", 3, "HALL", "ANI"));
    }),
    (Rule::Form, "timetable.session_twice", 1, |_, plan| {
        plan.push(at("A/1", 8, "HALL", "ANI"));
    }),
    (Rule::Form, "timetable.not_a_block", 1, |_, plan| {
        put(plan, at("D/1", 24, "LAB", "CITRA"));
    }),
    (Rule::Form, "timetable.no_such_room", 1, |_, plan| {
        put(plan, at("A/1", 0, "TENT", "ANI"));
    }),
    (Rule::Form, "timetable.room_missing", 1, |_, plan| {
        put(plan, at("A/1", 0, "", "ANI"));
    }),
    (Rule::Form, "timetable.room_not_needed", 1, |input, plan| {
        input.rules = without(Rule::RoomStability);
        put(plan, at("B/2", 2, "HALL", ""));
    }),
    (Rule::Form, "timetable.no_such_instructor", 1, |_, plan| {
        put(plan, at("A/1", 0, "HALL", "EKO"));
    }),
    (Rule::Form, "timetable.instructor_missing", 1, |_, plan| {
        put(plan, at("A/1", 0, "HALL", ""));
    }),
    (
        Rule::Form,
        "timetable.instructor_not_needed",
        1,
        |_, plan| put(plan, at("B/2", 2, "", "BUDI")),
    ),
    (
        Rule::RoomConflict,
        "timetable.room_conflict",
        2,
        |_, plan| put(plan, at("B/1", 0, "HALL", "BUDI")),
    ),
    (
        Rule::InstructorConflict,
        "timetable.instructor_conflict",
        2,
        |_, plan| {
            put(plan, at("A/1", 0, "HALL", "BUDI"));
        },
    ),
    (
        Rule::ParticipantConflict,
        "timetable.participant_conflict",
        1,
        |_, plan| {
            put(plan, at("B/2", 1, "", ""));
        },
    ),
    (Rule::Bookings, "timetable.booked", 2, |input, plan| {
        put(plan, at("A/1", 4, "HALL", "ANI"));
        input.instructors[0].limits.night = None;
    }),
    (Rule::Bookings, "timetable.people_booked", 2, |input, _| {
        input.bookings[0].window = window(14, 16);
        input.bookings[0].room = None;
        input.bookings[0].people = vec![super::town::person(5)];
    }),
    (Rule::Capacity, "timetable.capacity", 4, |input, _| {
        input.batches[0].seats = Some(6);
    }),
    (Rule::Features, "timetable.features", 1, |input, plan| {
        input.rules = without(Rule::RoomStability);
        put(plan, at("C/1", 2, "HALL", "CITRA"));
    }),
    (
        Rule::Qualification,
        "timetable.qualification",
        1,
        |_, plan| put(plan, at("D/1", 14, "LAB", "BUDI")),
    ),
    (
        Rule::Availability,
        "timetable.room_closed",
        1,
        |input, _| {
            input.rooms[0].closed = vec![window(15, 16)];
        },
    ),
    (
        Rule::Availability,
        "timetable.instructor_away",
        1,
        |input, _| {
            input.instructors[1].contract = vec![window(0, 1)];
        },
    ),
    (
        Rule::Availability,
        "timetable.batch_closed",
        2,
        |input, _| {
            input.batches[3].unavailable = vec![window(12, 18)];
        },
    ),
    (
        Rule::Availability,
        "timetable.people_away",
        1,
        |input, _| {
            input.people[5].unavailable = vec![window(14, 15)];
        },
    ),
    (Rule::Precedence, "timetable.order", 1, |input, plan| {
        input.batches[0].min_days = 1;
        put(plan, at("A/2", 12, "HALL", "ANI"));
        put(plan, at("D/1", 8, "LAB", "CITRA"));
    }),
    (Rule::Precedence, "timetable.distance", 1, |input, plan| {
        input.batches[0].min_days = 1;
        put(plan, at("A/1", 6, "HALL", "ANI"));
        put(plan, at("A/2", 8, "HALL", "ANI"));
        input.instructors[0].limits.run = None;
    }),
    (Rule::DailyLoad, "timetable.daily_load", 1, |input, plan| {
        input.cohorts[0].limits.slots = Some(1);
        plan.retain(|assignment| assignment.session.as_str() != "C/1");
    }),
    (Rule::Rest, "timetable.rest", 1, |input, plan| {
        input.cohorts[0].limits.run = Some(1);
        plan.retain(|assignment| assignment.session.as_str() != "C/1");
    }),
    (Rule::NightRest, "timetable.night_rest", 4, |input, plan| {
        // C ends in the last slot of one day and goes on in the second of the next.
        input.cohorts[0].limits.night = Some(5);
        input.rules = without(Rule::Compactness);
        put(plan, at("C/2", 11, "LAB", "CITRA"));
    }),
    (Rule::Staffing, "timetable.staffing", 1, |input, _| {
        for unit in &mut input.units {
            unit.headcount = 8;
        }
    }),
    (Rule::LoadLimit, "timetable.load_limit", 1, |input, _| {
        input.instructors[0].max_slots = Some(3);
    }),
    (
        Rule::WorkingDays,
        "timetable.working_days",
        1,
        |input, _| input.batches[0].min_days = 3,
    ),
    (Rule::Compactness, "timetable.compactness", 2, |_, plan| {
        put(plan, at("C/3", 16, "LAB", "CITRA"));
    }),
    (
        Rule::RoomStability,
        "timetable.room_stability",
        1,
        |_, plan| put(plan, at("A/2", 6, "LAB", "ANI")),
    ),
    (Rule::Travel, "timetable.travel", 6, |_, plan| {
        put(plan, at("A/1", 0, "PORT", "ANI"));
        put(plan, at("A/2", 6, "PORT", "ANI"));
    }),
    (Rule::Preferences, "timetable.preference", 2, |input, _| {
        input.batches[0].avoid = vec![super::town::avoid(0, 1, 2)];
    }),
    (
        Rule::Preferences,
        "timetable.instructor_preference",
        3,
        |input, _| {
            input.instructors[0].avoid = vec![super::town::avoid(6, 7, 3)];
        },
    ),
    (
        Rule::LoadBalance,
        "timetable.load_balance",
        2,
        |input, _| {
            input.rules = all_on().ignore(Rule::Fee, because()).unwrap();
        },
    ),
    (Rule::Fee, "timetable.fee", 5, |input, _| {
        input.instructors[1].fee = Rupiah::new(250_000);
    }),
    (Rule::Perturbation, "timetable.changed", 100, |input, _| {
        input.published = vec![at("A/1", 2, "HALL", "ANI")];
    }),
    (
        Rule::Perturbation,
        "timetable.changed_room",
        10,
        |input, _| input.published = vec![at("A/1", 0, "LAB", "ANI")],
    ),
    (
        Rule::Perturbation,
        "timetable.changed_instructor",
        20,
        |input, _| input.published = vec![at("A/1", 0, "HALL", "BUDI")],
    ),
    (Rule::Perturbation, "timetable.lost", 400, |input, plan| {
        input.published = vec![at("D/1", 14, "LAB", "CITRA")];
        plan.retain(|assignment| assignment.session.as_str() != "D/1");
    }),
];

/// The town with the rules under test, none of which its plan breaks.
fn clean() -> (Input, Vec<Assignment>) {
    let mut input = input();
    input.rules = without(Rule::LoadBalance);
    input.instructors[1].fee = Rupiah::ZERO;
    (input, plan().assignments)
}

fn analysis(input: Input, assignments: Vec<Assignment>) -> Analysis {
    analyze(&Problem::new(input).value, &Timetable { assignments })
}

#[test]
fn the_plan_breaks_nothing() {
    let (input, plan) = clean();
    let analysis = analysis(input, plan);
    assert!(analysis.matches.is_empty(), "{:?}", analysis.matches);
    assert_eq!(
        analysis.score.to_string(),
        "0hard/0mandatory/0stability/0value/0quality"
    );
}

#[test]
fn each_case_breaks_its_rule_alone() {
    for (rule, code, units, change) in CASES {
        let (mut input, mut plan) = clean();
        change(&mut input, &mut plan);
        let analysis = analysis(input, plan);
        let rules: BTreeSet<Rule> = analysis.matches.iter().map(|found| found.rule).collect();
        assert_eq!(
            rules,
            BTreeSet::from([*rule]),
            "{code}: {:?}",
            analysis.matches
        );
        let codes: BTreeSet<&str> = analysis
            .matches
            .iter()
            .map(|found| found.why.code())
            .collect();
        assert_eq!(codes, BTreeSet::from([*code]));
        let sum: u64 = analysis.matches.iter().map(|found| found.units).sum();
        assert_eq!(sum, *units, "{code}: {:?}", analysis.matches);
        let blocks = rule.default_setting().severity == Severity::Block;
        assert_eq!(analysis.is_feasible(), !blocks, "{code}");
    }
}

#[test]
fn every_rule_and_every_code_has_a_case() {
    let rules: BTreeSet<Rule> = CASES.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(rules.len(), Rule::ALL.len());
    let codes: BTreeSet<&str> = CASES.iter().map(|(_, code, ..)| *code).collect();
    let all = bangkom_schedule::rules::timetable::Breach::CODES;
    assert_eq!(codes, all.iter().copied().collect());
}

#[test]
fn texts_name_what_is_wrong_and_no_template_is_left() {
    for (.., change) in CASES {
        let (mut input, mut plan) = clean();
        change(&mut input, &mut plan);
        for found in analysis(input, plan).matches {
            for language in [Language::Id, Language::En] {
                let texts = [found.why.text(language), found.why.action(language)];
                assert!(
                    texts
                        .iter()
                        .all(|text| !text.is_empty() && !text.contains('{'))
                );
            }
        }
    }
}

#[test]
fn a_hard_rule_can_be_made_soft_and_back() {
    let (mut input, plan) = clean();
    input.batches[0].seats = Some(6);
    let hard = analysis(input.clone(), plan.clone()).score;
    assert_eq!((hard.hard, hard.quality), (-4, 0));
    let rules = std::mem::take(&mut input.rules);
    input.rules = rules
        .soften(Rule::Capacity, Level::Quality, 10, because())
        .unwrap();
    let soft = analysis(input.clone(), plan.clone()).score;
    assert_eq!((soft.hard, soft.quality), (0, -40));
    let rules = std::mem::take(&mut input.rules);
    input.rules = rules
        .soften(Rule::Capacity, Level::Mandatory, 1, because())
        .unwrap();
    assert_eq!(analysis(input.clone(), plan.clone()).score.mandatory, -4);
    let rules = std::mem::take(&mut input.rules);
    input.rules = rules.ignore(Rule::Capacity, because()).unwrap();
    assert!(analysis(input.clone(), plan.clone()).matches.is_empty());
    let rules = std::mem::take(&mut input.rules);
    input.rules = rules.harden(Rule::Capacity, because()).unwrap();
    assert_eq!(analysis(input, plan).score, hard);
}

#[test]
fn nobody_may_be_in_two_places_whatever_the_rules_say() {
    for rule in Rule::ALL {
        let softened = Rules::default().soften(*rule, Level::Quality, 1, because());
        assert_eq!(softened.is_err(), rule.is_fixed());
    }
    let text = r#"{"room_conflict":{"setting":{"severity":"ignore","level":"quality","weight":1},
        "because":{"reason":"","author":""}}}"#;
    let read: Result<Rules, _> = serde_json::from_str(text);
    assert!(read.unwrap_err().to_string().contains("room_conflict"));
}

#[test]
fn what_hurts_is_found_by_whom_it_hurts() {
    let (mut input, mut plan) = clean();
    for unit in &mut input.units {
        unit.headcount = 8;
    }
    put(&mut plan, at("B/1", 0, "HALL", "BUDI"));
    let analysis = analysis(input, plan);
    let hall = Subject::Room(RoomId::new("HALL").unwrap());
    let of_hall: Vec<Rule> = analysis.concerning(&hall).map(|found| found.rule).collect();
    assert_eq!(of_hall, [Rule::RoomConflict, Rule::RoomConflict]);
    let unit = Subject::Unit(UnitId::new("HEALTH").unwrap());
    assert!(
        analysis
            .concerning(&unit)
            .all(|found| found.rule == Rule::Staffing)
    );
    let person = Subject::Person(super::town::person(0));
    assert!(analysis.concerning(&person).count() > 0);
}
