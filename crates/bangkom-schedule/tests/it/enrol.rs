//! Seats from the announced plan to the first day.

use std::collections::BTreeMap;

use bangkom_domain::measure::Permille;
use bangkom_domain::plan::{Publication, Seat, Session};
use bangkom_domain::results::Attendance;
use bangkom_schedule::enrol::{
    Apportionment, CreditRule, Eligibility, EnrolError, EnrolRules, Enrolment, Notice, Reserves,
    Standing, Terms, apportion, credits, fairness,
};
use bangkom_schedule::{PlanViolation, Problem, check};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::case::Case;
use crate::random::problem;
use crate::small::{applicant, day, person};

fn terms(capacity: u32, reserves: &[(&str, u32)]) -> Terms {
    let reserves = reserves.iter();
    let reserves = reserves.map(|(unit, seats)| (unit.parse().unwrap(), *seats));
    Terms {
        batch: "BASIC/b01".parse().unwrap(),
        capacity,
        least: 1,
        begins: day(5, 29),
        reserves: Reserves::new(capacity, reserves.collect()).unwrap(),
        rules: EnrolRules::default(),
    }
}

fn offered(notices: &[Notice]) -> Vec<bangkom_domain::id::PersonId> {
    let offered = notices.iter().filter_map(|notice| match notice {
        Notice::Offered { person, .. } => Some(*person),
        _ => None,
    });
    offered.collect()
}

fn enrolment(terms: Terms, applicants: &[(u8, &str, u32, NaiveDate)]) -> Enrolment {
    let mut enrolment = Enrolment::new(terms);
    for (number, unit, points, on) in applicants {
        enrolment
            .apply(applicant(*number, unit, *points, *on))
            .unwrap();
    }
    enrolment
}

proptest! {
    #[test]
    fn all_seats_are_shared_and_within_one_of_the_quota(
        seats in 0_u32..80,
        needs in proptest::collection::btree_map(0_u8..20, 1_u64..5_000, 1..8),
    ) {
        let shares = apportion(seats, &needs, Apportionment::LargestRemainder);
        prop_assert_eq!(shares.values().sum::<u32>(), seats);
        let total: u64 = needs.values().sum();
        for (unit, share) in shares {
            let quota = u64::from(seats) * needs[&unit];
            let share = u64::from(share);
            prop_assert!(share >= quota / total && share <= quota.div_ceil(total));
        }
    }

    #[test]
    fn no_seat_would_stand_better_elsewhere(
        seats in 0_u32..80,
        needs in proptest::collection::btree_map(0_u8..20, 1_u64..5_000, 1..8),
    ) {
        let shares = apportion(seats, &needs, Apportionment::SainteLague);
        prop_assert_eq!(shares.values().sum::<u32>(), seats);
        for (taker, more) in &shares {
            for (giver, held) in shares.iter().filter(|(_, held)| **held > 0) {
                // The last seat of each went to a need per divisor at least that of any other's next.
                let last = needs[giver] * u64::from(2 * more + 1);
                let next = needs[taker] * u64::from(2 * held - 1);
                prop_assert!(last >= next, "{giver} {held} {taker} {more}");
            }
        }
    }

    #[test]
    fn who_is_eligible_can_be_seated_and_nobody_else(seed: u64) {
        let mut case = problem(seed);
        let mut plan = case.solve().into_plan();
        for batch in &mut plan.batches {
            batch.publication = Publication::Published;
        }
        case.fixed = Some(plan.clone());
        let problem = Problem::new(case.inputs()).value;
        let eligibility = Eligibility::new(&problem);
        for row in 0..plan.batches.len() {
            let id = plan.batches[row].id.clone();
            for number in 0..8 {
                if eligibility.holds(&id, person(number)).unwrap() {
                    continue;
                }
                let mut with = plan.clone();
                with.batches[row].seats.push(Seat { person: person(number), pinned: false });
                with.batches[row].seats.sort_by_key(|seat| seat.person);
                let broken = check(&case.inputs(), &with);
                let broken = broken.iter().any(|v| !matches!(v, PlanViolation::WrongCost { .. }));
                let reasons = eligibility.reasons(&id, person(number)).unwrap();
                prop_assert_eq!(reasons.is_empty(), !broken, "{}: {:?}", number, reasons);
            }
        }
    }
}

#[test]
fn no_need_gets_no_seat() {
    let needs = BTreeMap::from([("A", 0), ("B", 0)]);
    let shares = apportion(3, &needs, Apportionment::SainteLague);
    assert!(shares.values().all(|share| *share == 0));
    let needs = BTreeMap::from([("A", 0), ("B", 2)]);
    for method in [Apportionment::SainteLague, Apportionment::LargestRemainder] {
        assert_eq!(apportion(3, &needs, method)["B"], 3);
    }
}

#[test]
fn the_waiting_list_goes_by_need_then_by_day() {
    let people = [
        (1, "HEALTH", 20, day(4, 1)),
        (2, "HEALTH", 90, day(4, 9)),
        (3, "HEALTH", 90, day(4, 2)),
        (4, "HEALTH", 5, day(4, 1)),
    ];
    let mut enrolment = enrolment(terms(3, &[]), &people);
    let mut must = applicant(5, "HEALTH", 1, day(4, 10));
    must.mandatory = true;
    enrolment.apply(must).unwrap();
    let order: Vec<_> = enrolment.waiting().iter().map(|one| one.person).collect();
    assert_eq!(order, [5, 3, 2, 1, 4].map(person));
    assert_eq!(
        offered(&enrolment.advance(day(4, 11))),
        [5, 3, 2].map(person)
    );
}

#[test]
fn reserved_seats_wait_for_their_unit_until_they_are_released() {
    let people = [
        (1, "WORKS", 90, day(4, 1)),
        (2, "WORKS", 80, day(4, 1)),
        (3, "HEALTH", 1, day(4, 1)),
    ];
    let mut enrolment = enrolment(terms(3, &[("HEALTH", 2)]), &people);
    assert_eq!(
        offered(&enrolment.advance(day(4, 2))),
        [person(1), person(3)]
    );
    enrolment.accept(person(1), day(4, 3)).unwrap();
    enrolment.accept(person(3), day(4, 3)).unwrap();
    assert_eq!(offered(&enrolment.advance(day(5, 14))), Vec::new());
    // Fourteen days before the first day the seat that is left goes to anybody.
    assert_eq!(enrolment.standing(person(2)), Some(Standing::Waiting));
    assert_eq!(offered(&enrolment.advance(day(5, 15))), [person(2)]);
}

#[test]
fn what_is_not_answered_or_given_up_goes_to_the_next_in_line() {
    let people = [
        (1, "HEALTH", 90, day(4, 1)),
        (2, "HEALTH", 80, day(4, 1)),
        (3, "HEALTH", 70, day(4, 1)),
        (4, "HEALTH", 60, day(4, 1)),
    ];
    let mut enrolment = enrolment(terms(1, &[]), &people);
    assert_eq!(offered(&enrolment.advance(day(4, 2))), [person(1)]);
    assert_eq!(offered(&enrolment.advance(day(4, 7))), Vec::new());
    let late = enrolment.accept(person(1), day(4, 8)).unwrap_err();
    assert!(matches!(late, EnrolError::TooLate { last, .. } if last == day(4, 7)));
    let notices = enrolment.advance(day(4, 8));
    assert_eq!(notices[0], Notice::Lapsed { person: person(1) });
    assert_eq!(offered(&notices), [person(2)]);
    enrolment.decline(person(2), day(4, 9)).unwrap();
    assert_eq!(offered(&enrolment.advance(day(4, 9))), [person(3)]);
    enrolment.accept(person(3), day(4, 9)).unwrap();
    enrolment.withdraw(person(3)).unwrap();
    assert_eq!(offered(&enrolment.advance(day(4, 10))), [person(4)]);
}

#[test]
fn a_seat_passes_within_the_unit_and_in_time_only() {
    let people = [(1, "HEALTH", 90, day(4, 1)), (2, "WORKS", 80, day(4, 1))];
    let mut enrolment = enrolment(terms(1, &[]), &people);
    enrolment.advance(day(4, 2));
    enrolment.accept(person(1), day(4, 2)).unwrap();
    let by = |number, unit| applicant(number, unit, 1, day(5, 20));
    let wrong = enrolment.substitute(person(1), by(2, "WORKS"), day(5, 20));
    assert_eq!(wrong, Err(EnrolError::OtherUnit { person: person(1) }));
    let late = enrolment.substitute(person(1), by(7, "HEALTH"), day(5, 29));
    assert!(matches!(late, Err(EnrolError::TooLate { .. })));
    let none = enrolment.substitute(person(2), by(7, "WORKS"), day(5, 20));
    assert!(matches!(none, Err(EnrolError::NoSeat { .. })));
    enrolment
        .substitute(person(1), by(7, "HEALTH"), day(5, 28))
        .unwrap();
    assert_eq!(
        enrolment.standing(person(1)),
        Some(Standing::Replaced(person(7)))
    );
    assert_eq!(enrolment.confirmed().collect::<Vec<_>>(), [person(7)]);
}

#[test]
fn a_batch_without_its_least_number_is_cancelled() {
    let mut terms = terms(2, &[]);
    terms.least = 2;
    let people = [(1, "HEALTH", 90, day(4, 1)), (2, "WORKS", 80, day(4, 1))];
    let mut enrolment = enrolment(terms, &people);
    enrolment.advance(day(4, 2));
    enrolment.accept(person(1), day(4, 2)).unwrap();
    let notices = enrolment.advance(day(5, 22));
    let cancelled = Notice::Cancelled {
        confirmed: 1,
        least: 2,
    };
    assert!(notices.contains(&cancelled) && enrolment.is_cancelled());
    assert_eq!(enrolment.standing(person(1)), Some(Standing::Cancelled));
    let after = enrolment.apply(applicant(3, "HEALTH", 1, day(5, 23)));
    assert!(matches!(after, Err(EnrolError::Cancelled { .. })));
}

#[test]
fn steps_that_cannot_be_taken_say_why() {
    let mut enrolment = enrolment(terms(1, &[]), &[(1, "HEALTH", 9, day(4, 1))]);
    let again = enrolment.apply(applicant(1, "HEALTH", 9, day(4, 2)));
    assert!(matches!(again, Err(EnrolError::AppliedBefore { .. })));
    let unknown = enrolment.accept(person(9), day(4, 2));
    assert!(matches!(unknown, Err(EnrolError::NotApplied { .. })));
    let early = enrolment.accept(person(1), day(4, 2));
    assert!(matches!(early, Err(EnrolError::NotOffered { .. })));
    enrolment.withdraw(person(1)).unwrap();
    assert!(matches!(
        enrolment.withdraw(person(1)),
        Err(EnrolError::NoSeat { .. })
    ));
    assert_eq!(enrolment.advance(day(5, 29)), Vec::new());
}

#[test]
fn shares_add_up_and_small_groups_are_hidden() {
    let case = Case::new();
    let report = fairness(&case.inputs(), &case.plan, 2);
    let claims: u32 = report.units.iter().map(|unit| unit.claims).sum();
    assert_eq!(claims as usize, case.city.demand.rows.len());
    let value: u64 = report.units.iter().map(|unit| unit.seated_value).sum();
    let claimed: u64 = report.kinds.iter().map(|kind| kind.seated_value).sum();
    assert_eq!(value, claimed);
    assert!(report.sexes.is_empty() && report.hidden == 0);
    let hidden = fairness(&case.inputs(), &case.plan, 5);
    assert!(hidden.units.is_empty() && hidden.hidden == 2);
}

#[test]
fn hours_are_earned_by_being_there_long_enough() {
    let case = Case::new();
    let batch = &case.plan.batches[0];
    let holder = batch.seats[0].person;
    let there: Vec<Attendance> = batch
        .sessions
        .iter()
        .skip(1)
        .map(|session| Attendance {
            session: session.id.clone(),
            person: holder,
            present: true.into(),
        })
        .collect();
    let earned = |least| {
        let rule = CreditRule {
            least: Permille::new(least).unwrap(),
        };
        credits(&case.plan, case.catalog(), &there, rule).len()
    };
    let slots = |skip| {
        batch
            .sessions
            .iter()
            .skip(skip)
            .map(Session::slots)
            .sum::<u32>()
    };
    let share = 1_000 * slots(1) / slots(0);
    assert_eq!((earned(share), earned(share + 1)), (1, 0));
    assert_eq!(
        credits(&case.plan, case.catalog(), &[], CreditRule::default()),
        Vec::new()
    );
}
