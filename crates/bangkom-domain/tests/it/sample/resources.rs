use bangkom_domain::calendar::{
    CalendarSchema, CalendarYear, DayOff, DayOffKind, FastingMonth, Slot, WeekdaySlots,
};
use bangkom_domain::measure::{Permille, Rupiah};
use bangkom_domain::resources::{
    Fund, Instructor, InstructorKind, Resources, ResourcesSchema, Room, Site, StaffingRule,
};
use chrono::{NaiveTime, Weekday};

use super::{day, days, id, source};

pub(crate) fn resources() -> Resources {
    let closed = vec![days(day(2026, 8, 3), day(2026, 8, 7))];
    Resources {
        schema: ResourcesSchema::V1,
        horizon: days(day(2026, 1, 1), day(2026, 12, 31)),
        calendar: vec![calendar_year()],
        sites: vec![Site {
            id: id("KANTOR"),
            name: "Kantor".to_owned(),
            x_km: 1.5,
            y_km: -2.25,
        }],
        rooms: vec![Room {
            id: id("R1"),
            site: id("KANTOR"),
            capacity: 40,
            features: vec![id("komputer")],
            cost_per_slot: Rupiah::new(500_000),
            unavailable: closed.clone(),
        }],
        instructors: vec![Instructor {
            id: id("WI-01"),
            kind: InstructorKind::InvitedExpert,
            qualified_for: vec![id("DASAR")],
            max_slots: 60,
            fee_per_slot: Rupiah::new(900_000),
            contract: vec![days(day(2026, 2, 1), day(2026, 6, 30))],
            unavailable: closed.clone(),
        }],
        funds: vec![Fund {
            id: id("APBD"),
            name: "APBD 2026".to_owned(),
            amount: Rupiah::new(2_000_000_000),
        }],
        staffing: vec![StaffingRule {
            unit: id("DPMPTSP"),
            max_away: Permille::new(200).expect("in range"),
            min_on_duty: 4,
            blackout: closed,
            max_person_days: Some(120),
            at_least_one: true,
        }],
    }
}

pub(crate) fn calendar_year() -> CalendarYear {
    CalendarYear {
        schema: CalendarSchema::V1,
        year: 2026,
        source: source(),
        days_off: vec![DayOff {
            date: day(2026, 8, 17),
            kind: DayOffKind::NationalHoliday,
            name: "Proklamasi Kemerdekaan".to_owned(),
        }],
        week: vec![slots(Weekday::Mon, 8)],
        fasting_month: Some(FastingMonth {
            period: days(day(2026, 2, 18), day(2026, 3, 19)),
            source: source(),
            week: vec![slots(Weekday::Mon, 9)],
        }),
    }
}

fn slots(weekday: Weekday, hour: u32) -> WeekdaySlots {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    WeekdaySlots {
        weekday,
        slots: vec![Slot {
            from: time(hour),
            to: time(hour + 3),
        }],
    }
}
