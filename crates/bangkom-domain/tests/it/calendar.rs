use bangkom_domain::calendar::{
    self, Calendar, CalendarFinding, DayOff, DayOffKind, DayStatus, Period, Slot, WeekdaySlots,
};
use bangkom_domain::finding::Explain;
use chrono::{NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

fn codes(findings: &bangkom_domain::finding::Findings<CalendarFinding>) -> Vec<&'static str> {
    findings.iter().map(Explain::code).collect()
}

/// The joint decree of three ministers for 2026.
#[test]
fn the_bundled_year_has_the_days_of_the_decree() {
    let year = calendar::year_2026();
    let of_kind = |kind| {
        let days = year.days_off.iter().filter(move |off| off.kind == kind);
        days.map(|off| off.date).collect::<Vec<_>>()
    };
    let national = [
        (1, 1),
        (1, 16),
        (2, 17),
        (3, 19),
        (3, 21),
        (3, 22),
        (4, 3),
        (4, 5),
        (5, 1),
        (5, 14),
        (5, 27),
        (5, 31),
        (6, 1),
        (6, 16),
        (8, 17),
        (8, 25),
        (12, 25),
    ];
    let joint = [
        (2, 16),
        (3, 18),
        (3, 20),
        (3, 23),
        (3, 24),
        (5, 15),
        (5, 28),
        (12, 24),
    ];
    assert_eq!(
        of_kind(DayOffKind::NationalHoliday),
        national.map(|(m, d)| day(m, d))
    );
    assert_eq!(
        of_kind(DayOffKind::JointLeave),
        joint.map(|(m, d)| day(m, d))
    );
}

/// 261 weekdays in 2026, less the 21 days off that fall on one.
#[test]
fn the_year_2026_has_240_working_days_of_two_slots() {
    let checked = Calendar::new(vec![calendar::year_2026()]);
    assert!(checked.findings.is_empty());
    let year = Period::new(day(1, 1), day(12, 31)).unwrap();
    let days = checked.value.working_days(year);
    assert_eq!(days.len(), 240);
    assert!(days.iter().all(|day| checked.value.slots(*day).len() == 2));
}

#[test]
fn the_fasting_month_has_its_own_slots() {
    let calendar = Calendar::new(vec![calendar::year_2026()]).value;
    let end = |date| calendar.slots(date)[1].to.to_string();
    assert_eq!(end(day(2, 13)), "16:00:00");
    assert_eq!(end(day(2, 20)), "15:00:00");
}

#[test]
fn a_day_outside_the_files_is_never_working() {
    let calendar = Calendar::new(vec![calendar::year_2026()]).value;
    let far = NaiveDate::MAX;
    assert_eq!(calendar.day(far), DayStatus::Unknown);
    let beyond = Period::new(day(12, 28), NaiveDate::from_ymd_opt(2027, 1, 8).unwrap()).unwrap();
    assert_eq!(calendar.working_days(beyond).len(), 4);
    assert_eq!(codes(&calendar.missing(beyond)), ["calendar.year_missing"]);
}

#[test]
fn each_fault_of_a_file_is_found_and_the_rest_is_kept() {
    let mut year = calendar::year_2026();
    year.days_off.push(DayOff {
        date: NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(),
        kind: DayOffKind::Local,
        name: "tahun lain".to_owned(),
    });
    year.days_off.push(DayOff {
        date: day(8, 17),
        kind: DayOffKind::Local,
        name: "sekali lagi".to_owned(),
    });
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let slots = vec![Slot {
        from: at(10),
        to: at(8),
    }];
    year.week.retain(|row| row.weekday != Weekday::Tue);
    year.week.push(WeekdaySlots {
        weekday: Weekday::Tue,
        slots: slots.clone(),
    });
    year.week.push(WeekdaySlots {
        weekday: Weekday::Thu,
        slots,
    });
    if let Some(month) = &mut year.fasting_month {
        month.period = Period::day(NaiveDate::from_ymd_opt(2027, 2, 8).unwrap());
    }
    let checked = Calendar::new(vec![year]);
    assert_eq!(
        codes(&checked.findings),
        [
            "calendar.day_outside_year",
            "calendar.day_repeated",
            "calendar.fasting_outside_year",
            "calendar.slots_unsound",
            "calendar.weekday_conflict",
        ]
    );
    assert_eq!(checked.value.day(day(1, 6)), DayStatus::Rest);
    assert_eq!(checked.value.day(day(1, 8)), DayStatus::Rest);
    assert!(matches!(
        checked.value.day(day(1, 7)),
        DayStatus::Working(_)
    ));
    assert!(
        matches!(checked.value.day(day(8, 17)), DayStatus::Off(off) if off.name != "sekali lagi")
    );
}

#[test]
fn a_file_given_twice_counts_once() {
    let checked = Calendar::new(vec![calendar::year_2026(), calendar::year_2026()]);
    assert_eq!(codes(&checked.findings), ["calendar.year_repeated"]);
    assert_eq!(
        checked.value,
        Calendar::new(vec![calendar::year_2026()]).value
    );
}

proptest! {
    #[test]
    fn the_order_of_the_rows_does_not_matter(seed in any::<u64>()) {
        let mut year = calendar::year_2026();
        let count = year.days_off.len();
        for index in 0..count {
            year.days_off.swap(index, (seed as usize).wrapping_mul(index + 7) % count);
        }
        let rotation = seed as usize % year.week.len();
        year.week.rotate_left(rotation);
        let checked = Calendar::new(vec![year]);
        prop_assert!(checked.findings.is_empty());
        prop_assert_eq!(checked.value, Calendar::new(vec![calendar::year_2026()]).value);
    }
}
