// A small timetable problem in which every rule plays a part and nothing is wrong.

use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::{
    BatchId, CohortId, FeatureId, InstructorId, PersonId, RoomId, SessionId, SiteId, UnitId,
};
use bangkom_domain::measure::{Permille, Rupiah};
use bangkom_domain::resources::StaffingRule;
use bangkom_schedule::timetable::{
    Assignment, Avoid, Batch, Booking, Cohort, Day, DayLimits, Gap, Input, Instructor, Person,
    Position, Room, Session, Site, Timetable, Unit, Venue, Window,
};
use chrono::{Days, NaiveDate};

pub(crate) fn date(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + Days::new(after)
}

pub(crate) fn person(number: u32) -> PersonId {
    PersonId::new(uuid::Uuid::from_u128(u128::from(number) + 1))
}

pub(crate) fn window(from: u32, to: u32) -> Window {
    Window { from, to }
}

pub(crate) fn session(id: &str, slots: u16) -> Session {
    Session {
        instructors: 1,
        ..Session::new(SessionId::new(id).unwrap(), slots)
    }
}

/// The instructors are parted by spaces.
pub(crate) fn at(session: &str, start: u32, room: &str, instructors: &str) -> Assignment {
    let ids = instructors.split_whitespace();
    let some = |text: &str| (!text.is_empty()).then_some(text.to_owned());
    Assignment {
        session: SessionId::new(session).unwrap(),
        start,
        room: some(room).map(|id| RoomId::new(id).unwrap()),
        instructors: ids.map(|id| InstructorId::new(id).unwrap()).collect(),
    }
}

pub(crate) fn instructor(id: &str) -> Instructor {
    Instructor::new(InstructorId::new(id).unwrap())
}

fn batch(id: &str, people: &[u32], teachers: &[&str], sessions: Vec<Session>) -> Batch {
    Batch {
        people: people.iter().map(|number| person(*number)).collect(),
        instructors: teachers
            .iter()
            .map(|id| InstructorId::new(id).unwrap())
            .collect(),
        ..Batch::new(BatchId::new(id).unwrap(), sessions)
    }
}

fn unit(id: &str, site: &str) -> Unit {
    let id = UnitId::new(id).unwrap();
    Unit {
        site: Some(SiteId::new(site).unwrap()),
        headcount: 10,
        staffing: Some(StaffingRule {
            unit: id.clone(),
            max_away: Permille::new(400).unwrap(),
            min_on_duty: 2,
            blackout: vec![Period::day(date(3))],
            max_person_days: None,
            at_least_one: false,
        }),
        id,
    }
}

const LIMITS: DayLimits = DayLimits {
    slots: Some(4),
    run: Some(3),
    night: Some(1),
};

fn computers() -> BTreeSet<FeatureId> {
    BTreeSet::from([FeatureId::new("computers").unwrap()])
}

fn rooms() -> Vec<Room> {
    let room = |id: &str, capacity, site: &str| Room {
        site: Some(SiteId::new(site).unwrap()),
        ..Room::new(RoomId::new(id).unwrap(), capacity)
    };
    let lab = Room {
        features: computers(),
        ..room("LAB", 3, "CENTRE")
    };
    vec![lab, room("HALL", 4, "CENTRE"), room("PORT", 4, "HARBOUR")]
}

fn instructors() -> Vec<Instructor> {
    vec![
        Instructor {
            limits: LIMITS,
            max_slots: Some(6),
            ..instructor("ANI")
        },
        Instructor {
            contract: vec![window(0, 18)],
            fee: Rupiah::new(250_000),
            ..instructor("BUDI")
        },
        Instructor {
            unavailable: vec![window(0, 2)],
            avoid: vec![avoid(6, 8, 3)],
            ..instructor("CITRA")
        },
    ]
}

fn batches() -> Vec<Batch> {
    let mut a2 = session("A/2", 2);
    a2.gap = Some(Gap {
        least_days: 1,
        greatest_days: Some(2),
    });
    let mut b2 = session("B/2", 1);
    b2.venue = Venue::Workplace;
    b2.instructors = 0;
    let mut c1 = session("C/1", 2);
    c1.venue = Venue::Room(computers());
    let of_c = vec![c1, session("C/2", 1), session("C/3", 1)];
    vec![
        Batch {
            in_order: true,
            min_days: 2,
            ..batch(
                "A",
                &[0, 1, 2],
                &["ANI", "BUDI"],
                vec![session("A/1", 2), a2],
            )
        },
        batch(
            "B",
            &[3, 4],
            &["BUDI", "CITRA"],
            vec![session("B/1", 2), b2],
        ),
        Batch {
            cohorts: vec![CohortId::new("Y1").unwrap()],
            avoid: vec![avoid(0, 2, 2)],
            unavailable: vec![window(22, 24)],
            ..batch("C", &[], &["CITRA"], of_c)
        },
        Batch {
            after: vec![BatchId::new("A").unwrap()],
            ..batch("D", &[2, 5], &["ANI", "CITRA"], vec![session("D/1", 2)])
        },
    ]
}

/// Four days of six slots; three rooms, three instructors, eight people of two units, a cohort
/// and four batches.
pub(crate) fn input() -> Input {
    let site = |id: &str, x_km| Site {
        id: SiteId::new(id).unwrap(),
        position: Position { x_km, y_km: 0 },
    };
    let people = (0..8).map(|number| Person {
        unit: Some(UnitId::new(if number < 4 { "HEALTH" } else { "ROADS" }).unwrap()),
        ..Person::new(person(number))
    });
    let day = |after| Day {
        date: date(after),
        slots: 6,
    };
    Input {
        days: (0..4).map(day).collect(),
        sites: vec![site("CENTRE", 0), site("HARBOUR", 12)],
        rooms: rooms(),
        instructors: instructors(),
        units: vec![unit("HEALTH", "CENTRE"), unit("ROADS", "CENTRE")],
        people: people.collect(),
        cohorts: vec![Cohort {
            people: vec![person(6), person(7)],
            limits: LIMITS,
            ..Cohort::new(CohortId::new("Y1").unwrap())
        }],
        batches: batches(),
        bookings: vec![Booking {
            window: window(4, 6),
            room: Some(RoomId::new("HALL").unwrap()),
            instructor: None,
            people: Vec::new(),
        }],
        ..Input::default()
    }
}

/// A plan of the town that breaks nothing.
pub(crate) fn plan() -> Timetable {
    Timetable {
        assignments: vec![
            at("A/1", 0, "HALL", "ANI"),
            at("A/2", 6, "HALL", "ANI"),
            at("B/1", 0, "LAB", "BUDI"),
            at("B/2", 2, "", ""),
            at("C/1", 2, "LAB", "CITRA"),
            at("C/2", 12, "LAB", "CITRA"),
            at("C/3", 13, "LAB", "CITRA"),
            at("D/1", 14, "LAB", "CITRA"),
        ],
    }
}

pub(crate) fn avoid(from: u32, to: u32, cost: u32) -> Avoid {
    Avoid {
        window: window(from, to),
        cost,
    }
}
