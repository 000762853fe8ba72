use bangkom_domain::calendar::Period;
use bangkom_domain::finding::Explain;
use bangkom_domain::hours::{
    Activity, ConversionTable, CreditCap, HoursDuty, HoursEntry, HoursLedger, HoursWindow,
    contract_year, refusals, who_may_take,
};
use bangkom_domain::id::{PersonId, PositionId, ProgramId, UnitId};
use bangkom_domain::measure::LearningHours;
use bangkom_domain::people::{Employee, EmploymentKind};
use bangkom_domain::program::DeliveryMethod as M;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn person(number: u8) -> PersonId {
    PersonId::new(uuid::Uuid::from_u128(u128::from(number)))
}

fn entry(who: u8, date: NaiveDate, hours: u32) -> HoursEntry {
    HoursEntry {
        person: person(who),
        date,
        hours: LearningHours::new(hours)
            .unwrap_or(LearningHours::MIN)
            .into(),
        method: M::ELearning,
        program: None,
        valid_until: None,
    }
}

fn ledger(entries: Vec<HoursEntry>) -> HoursLedger {
    HoursLedger {
        entries,
        ..HoursLedger::default()
    }
}

fn employee(who: u8, kind: EmploymentKind, contract: Option<Period>) -> Employee {
    let (unit, position) = (UnitId::new("U").unwrap(), PositionId::new("P").unwrap());
    let mut employee = Employee::new(person(who), kind, unit, position);
    employee.contract = contract;
    employee
}

fn contract() -> Period {
    Period::new(day(2025, 3, 1), day(2027, 2, 28)).unwrap_or(Period::day(day(2025, 3, 1)))
}

#[test]
fn a_civil_servant_lacks_hours_of_the_calendar_year() {
    let ledger = ledger(vec![
        entry(1, day(2025, 12, 31), 16),
        entry(1, day(2026, 1, 1), 6),
        entry(1, day(2026, 12, 31), 5),
        entry(2, day(2026, 5, 1), 40),
    ]);
    let accounts = ledger.accounts().value;
    let one = employee(1, EmploymentKind::Pns, None);
    let status = HoursDuty::pns_minimum()
        .status(&accounts, &one, day(2026, 6, 1))
        .unwrap();
    assert_eq!(
        (status.credited, status.required, status.missing),
        (11, 20, 9)
    );
    assert_eq!(
        (status.cap, status.remaining, status.over_cap),
        (None, None, 0)
    );
    let two = employee(2, EmploymentKind::Cpns, None);
    let status = HoursDuty::pns_minimum()
        .status(&accounts, &two, day(2026, 6, 1))
        .unwrap();
    assert_eq!((status.credited, status.missing), (40, 0));
}

#[test]
fn a_contract_employee_meets_the_cap_of_the_contract_year() {
    let ledger = ledger(vec![
        entry(1, day(2026, 2, 28), 20),
        entry(1, day(2026, 3, 1), 10),
        entry(1, day(2026, 9, 1), 20),
    ]);
    let accounts = ledger.accounts().value;
    let one = employee(1, EmploymentKind::Pppk, Some(contract()));
    let duty = HoursDuty::pppk_maximum();
    let before = duty.status(&accounts, &one, day(2026, 2, 1)).unwrap();
    assert_eq!(
        (before.credited, before.remaining, before.over_cap),
        (20, Some(4), 0)
    );
    let after = duty.status(&accounts, &one, day(2026, 9, 2)).unwrap();
    assert_eq!(
        (after.credited, after.remaining, after.over_cap),
        (30, Some(0), 6)
    );
    let refused = refusals(&accounts, &HoursDuty::presets(), &one, day(2026, 2, 1), 5);
    assert_eq!(
        (refused[0].duty.as_str(), refused[0].remaining),
        ("hours.pppk_maximum", 4)
    );
}

#[test]
fn nothing_is_assumed_of_part_time_and_of_people_without_a_contract() {
    let accounts = HoursLedger::default();
    let accounts = accounts.accounts().value;
    let part_time = employee(1, EmploymentKind::PppkPartTime, Some(contract()));
    let unknown = employee(2, EmploymentKind::Pppk, None);
    for duty in HoursDuty::presets() {
        assert_eq!(duty.status(&accounts, &part_time, day(2026, 2, 1)), None);
        assert_eq!(duty.status(&accounts, &unknown, day(2026, 2, 1)), None);
    }
    let staff = [part_time, unknown];
    let may = who_may_take(
        &accounts,
        &HoursDuty::presets(),
        &staff,
        day(2026, 2, 1),
        900,
    );
    assert_eq!(may, [person(1), person(2)]);
}

#[test]
fn contract_years_end_before_their_anniversary_and_with_the_contract() {
    let leap = Period::new(day(2024, 2, 29), day(2026, 6, 30)).unwrap();
    let year = |on| contract_year(leap, on).map(|year| (year.first(), year.last()));
    assert_eq!(
        year(day(2025, 2, 28)),
        Some((day(2024, 2, 29), day(2025, 2, 28)))
    );
    assert_eq!(
        year(day(2025, 3, 1)),
        Some((day(2025, 3, 1), day(2026, 2, 28)))
    );
    assert_eq!(
        year(day(2026, 6, 30)),
        Some((day(2026, 3, 1), day(2026, 6, 30)))
    );
    assert_eq!(year(day(2026, 7, 1)), None);
}

#[test]
fn a_rolling_window_ends_on_the_day_asked_about() {
    let ledger = ledger(vec![
        entry(1, day(2026, 1, 1), 3),
        entry(1, day(2026, 1, 31), 4),
    ]);
    let accounts = ledger.accounts().value;
    let window = |days| HoursWindow::Rolling { days };
    let credited = |days| accounts.credited_in(person(1), window(days), day(2026, 1, 31), None);
    assert_eq!(credited(31), Some(7));
    assert_eq!(credited(30), Some(4));
    assert_eq!(credited(0), Some(4));
}

#[test]
fn an_entry_given_twice_counts_once_and_an_early_end_is_found() {
    let mut early = entry(1, day(2026, 1, 9), 2);
    early.valid_until = Some(day(2026, 1, 8));
    let ledger = ledger(vec![early.clone(), entry(1, day(2026, 1, 2), 5), early]);
    let checked = ledger.accounts();
    let codes: Vec<_> = checked.findings.iter().map(Explain::code).collect();
    assert_eq!(
        codes,
        ["hours.certificate_ends_early", "hours.entry_repeated"]
    );
    let year = Period::new(day(2026, 1, 1), day(2026, 12, 31)).unwrap();
    assert_eq!(checked.value.credited(person(1), year), 7);
}

#[test]
fn a_certificate_holds_on_its_last_day_and_not_after() {
    let program = ProgramId::new("PBJ").unwrap();
    let mut held = entry(1, day(2023, 5, 10), 24);
    held.program = Some(program.clone());
    held.valid_until = Some(day(2026, 5, 10));
    let ledger = ledger(vec![held]);
    let accounts = ledger.accounts().value;
    let holds = |on| accounts.has_certificate(person(1), &program, on);
    assert!(!holds(day(2023, 5, 9)) && holds(day(2023, 5, 10)));
    assert!(holds(day(2026, 5, 10)) && !holds(day(2026, 5, 11)));
}

/// The conversion table of Peraturan LAN 10/2018 as public applications carry it.
#[test]
fn activities_are_converted_as_the_table_says() {
    let credit = |method, hours, days, sessions: &[u32], international| {
        let activity = Activity {
            method,
            hours,
            days,
            sessions_by_month: sessions.to_vec(),
            international,
        };
        let credit = ConversionTable::default().credit(&activity);
        credit.hours.map_or(0, LearningHours::get)
    };
    assert_eq!(credit(M::Internship, 160, 20, &[], false), 20);
    assert_eq!(credit(M::Internship, 160, 20, &[], true), 24);
    assert_eq!(credit(M::Exchange, 900, 200, &[], true), 24);
    assert_eq!(credit(M::Secondment, 100, 30, &[], false), 20);
    assert_eq!(credit(M::Secondment, 100, 30, &[], true), 40);
    assert_eq!(credit(M::Benchmarking, 16, 2, &[], false), 10);
    assert_eq!(credit(M::Benchmarking, 16, 2, &[], true), 12);
    assert_eq!(credit(M::Mentoring, 0, 6, &[3, 2, 1], false), 10);
    assert_eq!(credit(M::OnTheJobGuidance, 0, 2, &[2], true), 4);
    assert_eq!(credit(M::ELearning, 10, 2, &[], false), 6);
    assert_eq!(credit(M::SelfStudy, 3, 2, &[], true), 3);
    assert_eq!(credit(M::Technical, 24, 3, &[], true), 28);
    assert_eq!(credit(M::Seminar, 9, 2, &[], false), 8);
    assert_eq!(credit(M::Coaching, 4, 2, &[], false), 0);
}

#[test]
fn a_credit_has_an_upper_end_that_is_reported() {
    let activity = Activity {
        method: M::Technical,
        hours: u32::MAX,
        days: 1,
        sessions_by_month: Vec::new(),
        international: true,
    };
    let credit = ConversionTable::default().credit(&activity);
    assert_eq!(credit.hours, Some(LearningHours::MAX));
    assert!(matches!(
        credit.caps[..],
        [CreditCap::HoursOfACredit { .. }]
    ));
}

proptest! {
    #[test]
    fn sums_do_not_depend_on_order_and_days_add_up(
        rows in prop::collection::vec((1_u8..4, 0_u32..400, 1_u32..30), 0..30),
        turn in 0_usize..30,
    ) {
        let first = day(2026, 1, 1);
        let entries: Vec<_> = rows
            .iter()
            .map(|(who, after, hours)| entry(*who, first + chrono::Days::new(u64::from(*after)), *hours))
            .collect();
        let mut turned = entries.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        let (one, two) = (ledger(entries), ledger(turned));
        let (one, two) = (one.accounts(), two.accounts());
        prop_assert_eq!(one.findings, two.findings);
        let (early, late) = (
            Period::new(first, day(2026, 6, 30)).unwrap(),
            Period::new(day(2026, 7, 1), day(2027, 12, 31)).unwrap(),
        );
        let all = Period::new(first, day(2027, 12, 31)).unwrap();
        for who in 1..4 {
            let of = |period| one.value.credited(person(who), period);
            prop_assert_eq!(of(early) + of(late), of(all));
            prop_assert_eq!(of(all), two.value.credited(person(who), all));
        }
    }

    #[test]
    fn every_day_of_a_contract_lies_in_one_contract_year(length in 1_u64..2_000, at in 0_u64..2_000) {
        let first = day(2024, 2, 29);
        let contract = Period::new(first, first + chrono::Days::new(length)).unwrap();
        let on = first + chrono::Days::new(at);
        match contract_year(contract, on) {
            Some(year) => {
                prop_assert!(year.contains(on) && year.days() <= 366);
                prop_assert!(contract.contains(year.first()) && contract.contains(year.last()));
            }
            None => prop_assert!(!contract.contains(on)),
        }
    }
}
