//! Every reason for a refusal is given where it holds, and none is lost.

use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::decision::{DecisionSubject, Verdict};
use bangkom_domain::finding::Explain as _;
use bangkom_domain::measure::{Permille, Rupiah};
use bangkom_domain::people::{EmploymentKind, LegalStatus};
use bangkom_domain::plan::Publication;
use bangkom_domain::progress::Silent;
use bangkom_domain::resources::InstructorKind;
use bangkom_schedule::search::Budget;
use bangkom_schedule::{PlanOptions, Problem, Refusal, Solution, StopReason, plan};

use crate::case::Case;
use crate::random::problem;
use crate::small::{self, claim, day, days, person, program_id};

type Change = fn(&mut Case);

fn solved(change: Change) -> Solution {
    let mut case = Case::new();
    change(&mut case);
    case.refresh();
    // As constructed: the search would find dates on which some of the reasons do not hold.
    let problem = Problem::new(case.inputs()).value;
    let options = PlanOptions::default().budget(Budget::Moves(0));
    plan(&problem, &options, &mut Silent).unwrap()
}

fn codes(solution: &Solution) -> BTreeSet<&'static str> {
    let rows = solution.waiting().iter();
    rows.flat_map(|row| row.reasons.iter().map(Refusal::code))
        .collect()
}

/// Leaves only the claims to one program.
fn only(case: &mut Case, program: &str) {
    case.city
        .demand
        .rows
        .retain(|row| row.program.as_str() == program);
}

fn one_batch(case: &mut Case) {
    only(case, "BASIC");
    case.programs[0].limits.max_batches = 1;
}

fn earlier(case: &mut Case, publication: Publication, keep: &str) {
    let mut plan = case.plan.clone();
    plan.batches.retain(|batch| batch.id.as_str() == keep);
    plan.batches[0].publication = publication;
    case.fixed = Some(plan);
}

const CASES: &[(&str, Change)] = &[
    ("refusal.decision", |case| {
        case.decide(DecisionSubject::Person(person(2)), Verdict::Reject);
    }),
    ("refusal.completed", |case| {
        case.credit(2, Some("BASIC"), 10);
    }),
    ("refusal.not_on_duty", |case| {
        case.people[2].legal_status = LegalStatus::UnpaidLeave;
    }),
    ("refusal.absent", |case| {
        one_batch(case);
        case.people[2].kind = EmploymentKind::Pppk;
        case.people[2].contract = Some(days((5, 20), (12, 31)));
    }),
    ("refusal.full", one_batch),
    ("refusal.clash", |case| {
        case.programs[1].prerequisites.clear();
        case.city.resources.staffing.clear();
        case.programs[0].limits.max_batches = 1;
        case.city.resources.rooms.push(small::room("OTHER", 4));
        let staff = small::instructor("OTHER", InstructorKind::Staff, &["BASIC"]);
        case.city.resources.instructors.push(staff);
        let mut plan = case.plan.clone();
        plan.batches.truncate(2);
        let date = plan.batches[0].sessions[0].times[0].date;
        let class = &mut plan.batches[1].sessions[0];
        class.times[0].date = date;
        class.room = Some("OTHER".parse().unwrap());
        class.instructors = vec!["OTHER".parse().unwrap()];
        for batch in &mut plan.batches {
            batch.publication = Publication::Published;
        }
        case.fixed = Some(plan);
    }),
    ("refusal.away_cap", |case| {
        one_batch(case);
        case.city.resources.staffing[0].max_away = Permille::new(250).unwrap();
    }),
    ("refusal.blackout", |case| {
        one_batch(case);
        case.programs[0].limits.max_one_unit = Permille::MAX;
        case.city.resources.staffing[0].blackout = vec![days((4, 1), (5, 31))];
    }),
    ("refusal.person_days", |case| {
        one_batch(case);
        case.city.resources.staffing[0].max_person_days = Some(1);
    }),
    ("refusal.unit_share", |case| {
        one_batch(case);
        case.programs[0].limits.max_one_unit = Permille::new(500).unwrap();
    }),
    ("refusal.hours_cap", |case| {
        one_batch(case);
        case.people[0].kind = EmploymentKind::Pppk;
        case.people[0].contract = Some(days((1, 1), (12, 31)));
        case.credit(0, None, 20);
    }),
    ("refusal.training_slots", |case| {
        one_batch(case);
        let limits = [(person(2), 1)].into();
        case.policy = case.policy.clone().training_slots(limits);
    }),
    ("refusal.prerequisite", |case| {
        only(case, "ADVANCED");
    }),
    ("refusal.too_late", |case| {
        one_batch(case);
        case.city.demand.rows[0].needed_by = Some(day(4, 3));
    }),
    ("refusal.frozen", |case| {
        earlier(case, Publication::Frozen, "BASIC/b01");
        one_batch(case);
    }),
    ("refusal.no_money", |case| {
        case.city.resources.funds[0].amount = Rupiah::new(100);
    }),
    ("refusal.no_room", |case| {
        case.city.resources.rooms.clear();
    }),
    ("refusal.no_instructor", |case| {
        case.city.resources.instructors[0].max_slots = 0;
    }),
    ("refusal.no_expert", |case| {
        case.city.resources.instructors[1].max_slots = 0;
    }),
    ("refusal.too_few_participants", |case| {
        case.city.demand.rows.truncate(1);
    }),
    ("refusal.mixing", |case| {
        case.city.demand.rows.truncate(4);
    }),
    ("refusal.batch_limit", one_batch),
    ("refusal.no_dates", |case| {
        case.programs[0].deadline = Some(day(4, 5));
    }),
    ("refusal.no_batch", |case| {
        case.city.resources.rooms.clear();
    }),
    ("refusal.unit_never_free", |case| {
        case.city.resources.staffing[0].max_away = Permille::MIN;
    }),
    ("refusal.unusable", |case| {
        case.city.resources.funds.clear();
    }),
];

#[test]
fn each_reason_is_given_where_it_holds() {
    for (code, change) in CASES {
        let solution = solved(*change);
        assert!(
            codes(&solution).contains(code),
            "{code}: {:?}",
            codes(&solution)
        );
    }
}

#[test]
fn work_that_was_stopped_says_so() {
    let case = Case::new();
    let problem = Problem::new(case.inputs()).value;
    let options = PlanOptions::default().max_batches(Some(0));
    let solution = plan(&problem, &options, &mut Silent).unwrap();
    assert_eq!(solution.stop(), StopReason::BatchLimit);
    assert!(solution.waiting().iter().all(|row| {
        row.reasons
            .iter()
            .any(|reason| reason.code() == "refusal.stopped")
    }));
}

#[test]
fn every_code_of_a_refusal_has_its_case() {
    let mut tried: BTreeSet<&str> = CASES.iter().map(|(code, _)| *code).collect();
    // Nobody without a claim, and nobody with a seat, is on the waiting list; the enrolment
    // says it.
    tried.insert("refusal.no_claim");
    tried.insert("refusal.other_batch");
    tried.insert("refusal.stopped");
    assert_eq!(tried, Refusal::CODES.iter().copied().collect());
}

#[test]
fn one_claim_has_all_its_reasons_at_once() {
    let solution = solved(|case| {
        one_batch(case);
        case.programs[0].limits.max_one_unit = Permille::MAX;
        case.city.resources.staffing[0].blackout = vec![days((4, 1), (5, 31))];
        case.city.resources.staffing[1].max_away = Permille::MAX;
        case.city.demand.rows[0].needed_by = Some(day(4, 3));
    });
    let row = solution
        .waiting()
        .iter()
        .find(|row| row.person == person(0))
        .unwrap();
    let codes: BTreeSet<&str> = row.reasons.iter().map(Refusal::code).collect();
    let expected = [
        "refusal.blackout",
        "refusal.too_late",
        "refusal.batch_limit",
        "refusal.full",
    ];
    assert!(
        expected.iter().all(|code| codes.contains(code)),
        "{codes:?}"
    );
}

#[test]
fn the_list_goes_by_urgency_then_value_then_person() {
    let solution = solved(|case| {
        case.city.resources.rooms.clear();
        case.city.demand.rows = vec![
            claim(3, "BASIC", 10),
            claim(1, "BASIC", 10),
            claim(2, "BASIC", 30),
            claim(4, "BASIC", 1),
        ];
        case.city.demand.rows[3].mandatory = true;
    });
    let order: Vec<_> = solution.waiting().iter().map(|row| row.person).collect();
    assert_eq!(order, [4, 2, 1, 3].map(person));
    assert!(
        solution
            .waiting()
            .iter()
            .all(|row| row.program == program_id("BASIC"))
    );
}

#[test]
fn texts_are_whole_in_both_languages() {
    for seed in 0..40 {
        for row in problem(seed).solve().waiting() {
            for reason in &row.reasons {
                let texts = [Language::Id, Language::En]
                    .map(|language| (reason.text(language), reason.action(language)));
                assert_ne!(texts[0], texts[1]);
                for text in texts.iter().flat_map(|(text, action)| [text, action]) {
                    assert!(!text.is_empty() && !text.ends_with('.') && !text.contains('{'));
                }
            }
        }
    }
}

#[test]
fn random_problems_both_seat_and_refuse() {
    let solutions: Vec<Solution> = (0..60).map(|seed| problem(seed).solve()).collect();
    let seating = solutions
        .iter()
        .filter(|s| !s.plan().batches.is_empty())
        .count();
    let refusing = solutions.iter().filter(|s| !s.waiting().is_empty()).count();
    assert!(
        seating > 20 && refusing > 20,
        "{seating} seat, {refusing} refuse"
    );
}

#[test]
fn the_plan_and_the_domain_agree_on_who_can_be_assigned() {
    for status in LegalStatus::ALL {
        let mut case = Case::new();
        case.people[2].legal_status = *status;
        // A contract of former days says nothing about a permanent employee.
        case.people[2].contract = Some(days((1, 1), (1, 2)));
        case.refresh();
        let solution = case.solve();
        let mut seats = solution
            .plan()
            .batches
            .iter()
            .flat_map(|batch| &batch.seats);
        let seated = seats.any(|seat| seat.person == person(2));
        assert_eq!(seated, status.is_assignable(), "{status:?}");
    }
}
