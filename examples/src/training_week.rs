//! A week of training in a small city, as the input of a timetable.

use std::collections::BTreeSet;
use std::error::Error;

use bangkom::domain::id::{
    BatchId, FeatureId, InstructorId, PersonId, RoomId, SessionId, SiteId, UnitId,
};
use bangkom::domain::measure::Permille;
use bangkom::domain::resources::StaffingRule;
use bangkom::schedule::timetable::{
    Batch, Day, DayLimits, Gap, Input, Instructor, Person, Position, Room, Session, Site, Unit,
    Venue,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// What a function of this module gives, or why not.
type Made<T> = Result<T, Box<dyn Error>>;

/// Five days of seven slots, three rooms, four instructors, four batches of five agencies.
///
/// # Errors
/// Never: all codes and dates are right.
pub fn input() -> Made<Input> {
    let monday = NaiveDate::from_ymd_opt(2026, 3, 2).ok_or("no such date")?;
    let days = monday
        .iter_days()
        .take(5)
        .map(|date| Day { date, slots: 7 });
    Ok(Input {
        days: days.collect(),
        sites: vec![site("PUSDIKLAT", 0, 0)?, site("BELAWAN", 3, 20)?],
        rooms: rooms()?,
        instructors: instructors()?,
        units: units()?,
        people: people()?,
        batches: batches()?,
        ..Input::default()
    })
}

fn site(id: &str, x_km: i32, y_km: i32) -> Made<Site> {
    let position = Position { x_km, y_km };
    Ok(Site {
        id: SiteId::new(id)?,
        position,
    })
}

fn rooms() -> Made<Vec<Room>> {
    let room = |id: &str, capacity, site: &str| -> Made<Room> {
        let site = Some(SiteId::new(site)?);
        Ok(Room {
            site,
            ..Room::new(RoomId::new(id)?, capacity)
        })
    };
    let computers = BTreeSet::from([FeatureId::new("computers")?]);
    Ok(vec![
        room("AULA", 30, "PUSDIKLAT")?,
        Room {
            features: computers,
            ..room("LAB", 12, "PUSDIKLAT")?
        },
        room("KELAS-BELAWAN", 15, "BELAWAN")?,
    ])
}

fn instructors() -> Made<Vec<Instructor>> {
    let limits = DayLimits {
        slots: Some(5),
        run: Some(4),
        ..DayLimits::default()
    };
    let codes = ["WI-01", "WI-02", "WI-03", "PAKAR-01"];
    codes
        .iter()
        .map(|code| {
            Ok(Instructor {
                limits,
                ..Instructor::new(InstructorId::new(code)?)
            })
        })
        .collect()
}

fn units() -> Made<Vec<Unit>> {
    let agencies = ["DISDUKCAPIL", "DPMPTSP", "DINKES", "DISHUB", "KEC-BELAWAN"];
    agencies
        .iter()
        .map(|code| {
            let unit = UnitId::new(code)?;
            let staffing = StaffingRule {
                unit: unit.clone(),
                max_away: Permille::new(400)?,
                min_on_duty: 4,
                blackout: Vec::new(),
                max_person_days: None,
                at_least_one: false,
            };
            let site = if *code == "KEC-BELAWAN" {
                "BELAWAN"
            } else {
                "PUSDIKLAT"
            };
            Ok(Unit {
                id: unit,
                site: Some(SiteId::new(site)?),
                headcount: 12,
                staffing: Some(staffing),
            })
        })
        .collect()
}

fn id(number: usize) -> PersonId {
    PersonId::new(Uuid::from_u128(number as u128 + 1))
}

fn people() -> Made<Vec<Person>> {
    let agencies = units()?;
    let person = |number: usize| Person {
        unit: Some(agencies[number % agencies.len()].id.clone()),
        ..Person::new(id(number))
    };
    Ok((0..40).map(person).collect())
}

/// A batch of ten people: three lessons, a practice at work, an observation two days later.
fn batch(code: &str, first: usize, teachers: &[&str], venue: &Venue) -> Made<Batch> {
    let session = |name: &str, slots| -> Made<Session> {
        let id = SessionId::new(format!("{code}/{name}"))?;
        Ok(Session {
            instructors: 1,
            venue: venue.clone(),
            ..Session::new(id, slots)
        })
    };
    let gap = Gap {
        least_days: 1,
        greatest_days: Some(3),
    };
    let sessions = vec![
        session("pretest", 1)?,
        session("lesson-1", 3)?,
        session("lesson-2", 3)?,
        Session {
            venue: Venue::Workplace,
            instructors: 0,
            ..session("practice", 2)?
        },
        Session {
            gap: Some(gap),
            ..session("observation", 2)?
        },
    ];
    let teachers = teachers
        .iter()
        .map(InstructorId::new)
        .collect::<Result<_, _>>()?;
    Ok(Batch {
        people: (first..first + 10).map(id).collect(),
        instructors: teachers,
        in_order: true,
        min_days: 3,
        ..Batch::new(BatchId::new(code)?, sessions)
    })
}

fn batches() -> Made<Vec<Batch>> {
    let lab = Venue::Room(BTreeSet::from([FeatureId::new("computers")?]));
    let any = Venue::Room(BTreeSet::new());
    Ok(vec![
        batch("PELAYANAN-PRIMA/b01", 0, &["WI-01", "WI-02"], &any)?,
        batch("PELAYANAN-PRIMA/b02", 10, &["WI-01", "WI-02"], &any)?,
        batch("DATA/b01", 20, &["WI-03"], &lab)?,
        batch("DATA/b02", 5, &["WI-03", "PAKAR-01"], &lab)?,
    ])
}
