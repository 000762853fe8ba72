use bangkom_domain::calendar::{self, Period};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::program::Program;
use bangkom_domain::resources::{
    Fund, Instructor, InstructorKind, Resources, ResourcesSchema, Room, Site, StaffingRule,
};
use bangkom_domain::unit::{Unit, UnitKind};
use chrono::Days;

use super::agencies::{Agency, Field};
use crate::make::{date, id, period, permille};
use crate::rng::Rng;

/// Code, site, seats, what it has, cost of a slot in rupiah.
const ROOMS: [(&str, &str, u16, &[&str], i64); 9] = [
    ("KELAS-A", "SITE-BALAI-DIKLAT", 40, &["projector"], 0),
    ("KELAS-B", "SITE-BALAI-DIKLAT", 40, &["projector"], 0),
    ("KELAS-C", "SITE-BALAI-DIKLAT", 30, &["projector"], 0),
    (
        "LAB-1",
        "SITE-BALAI-DIKLAT",
        30,
        &["computers", "projector"],
        0,
    ),
    (
        "LAB-2",
        "SITE-BALAI-DIKLAT",
        30,
        &["computers", "projector"],
        0,
    ),
    ("LAB-MEDIS", "SITE-DINKES", 24, &["medical", "projector"], 0),
    ("RAPAT-DPMPTSP", "SITE-DPMPTSP", 25, &["projector"], 0),
    ("RAPAT-BALAI-KOTA", "SITE-BALAI-KOTA", 60, &["projector"], 0),
    ("HOTEL-1", "SITE-HOTEL", 40, &["projector"], 2_500_000),
];

/// What the year 2026 allows; `needed` is the rupiah that all needs of each fund would take.
pub(crate) fn resources(
    seed: u64,
    agencies: &[Agency],
    units: &[Unit],
    programs: &[Program],
    needed: &[(&'static str, &'static str, Rupiah)],
    employees: usize,
) -> Resources {
    let copies = 1 + employees / 6_000;
    Resources {
        schema: ResourcesSchema::default(),
        horizon: horizon(),
        calendar: vec![calendar::year_2026()],
        sites: sites(agencies),
        rooms: rooms(copies),
        instructors: instructors(seed, programs, copies),
        funds: needed.iter().map(fund).collect(),
        staffing: staffing(agencies, units),
    }
}

fn horizon() -> Period {
    period(date(2026, 1, 12), date(2026, 12, 18))
}

/// The city's fund holds two fifths of what all needs would take, the earmarked one of the
/// health service nine tenths; in whole millions.
fn fund((code, name, needed): &(&'static str, &'static str, Rupiah)) -> Fund {
    const MILLION: i64 = 1_000_000;
    let tenths = if *code == "DAK-KES-2026" { 9 } else { 4 };
    Fund {
        id: id(*code),
        name: (*name).to_owned(),
        amount: Rupiah::new(needed.amount() * tenths / 10 / MILLION * MILLION),
    }
}

fn sites(agencies: &[Agency]) -> Vec<Site> {
    let site = |code: String, name: String, at: (f64, f64)| Site {
        id: id(code),
        name,
        x_km: at.0,
        y_km: at.1,
    };
    [
        ("SITE-BALAI-KOTA", "Balai Kota", (6.0, 9.0)),
        ("SITE-BALAI-DIKLAT", "Balai Diklat", (6.0, 9.2)),
        ("SITE-HOTEL", "Hotel rekanan", (6.4, 8.6)),
    ]
    .into_iter()
    .map(|(code, name, at)| site(code.to_owned(), name.to_owned(), at))
    .chain(agencies.iter().map(|agency| {
        site(
            format!("SITE-{}", agency.code),
            format!("Kantor {}", agency.name),
            agency.at,
        )
    }))
    .collect()
}

fn rooms(copies: usize) -> Vec<Room> {
    (0..copies)
        .flat_map(|copy| ROOMS.iter().map(move |row| (copy, row)))
        .map(|(copy, &(code, site, capacity, features, cost))| Room {
            id: id(numbered(code, copy)),
            site: id(site),
            capacity,
            features: features.iter().map(|feature| id(*feature)).collect(),
            cost_per_slot: Rupiah::new(cost),
            unavailable: if code == "RAPAT-BALAI-KOTA" {
                vec![period(date(2026, 8, 10), date(2026, 8, 21))]
            } else {
                Vec::new()
            },
        })
        .collect()
}

fn numbered(code: &str, copy: usize) -> String {
    if copy == 0 {
        code.to_owned()
    } else {
        format!("{code}-{}", copy + 1)
    }
}

/// Two members of staff for each program, and two experts where its practice asks for them.
fn instructors(seed: u64, programs: &[Program], copies: usize) -> Vec<Instructor> {
    let mut rng = Rng::new(seed, "instructors");
    let staff = 10 * copies;
    let mut all: Vec<Instructor> = (0..staff).map(|index| teacher(&mut rng, index)).collect();
    for (index, program) in programs.iter().enumerate() {
        for copy in 0..copies {
            for step in [index * 3, index * 7 + 4] {
                let teacher = &mut all[copy * 10 + step % 10];
                if !teacher.qualified_for.contains(&program.id) {
                    teacher.qualified_for.push(program.id.clone());
                }
            }
        }
    }
    for program in programs {
        if program.sessions.iter().any(|session| session.experts > 0) {
            all.extend((0..2 * copies).map(|number| expert(&mut rng, program, number)));
        }
    }
    all
}

fn teacher(rng: &mut Rng, index: usize) -> Instructor {
    let first = date(2026, 1 + rng.below(12), 1 + rng.below(20));
    Instructor {
        id: id(format!("WI-{:02}", index + 1)),
        kind: InstructorKind::Staff,
        qualified_for: Vec::new(),
        max_slots: 120 + rng.below(60),
        fee_per_slot: Rupiah::new(800_000),
        contract: Vec::new(),
        unavailable: vec![period(first, first + Days::new(9))],
    }
}

/// An invited expert, under contract for two stretches of the year.
fn expert(rng: &mut Rng, program: &Program, number: usize) -> Instructor {
    let spring = date(2026, 2, 2) + Days::new(u64::from(rng.below(40)));
    let autumn = date(2026, 7, 6) + Days::new(u64::from(rng.below(60)));
    Instructor {
        id: id(format!("AHLI-{}-{}", program.id, number + 1)),
        kind: InstructorKind::InvitedExpert,
        qualified_for: vec![program.id.clone()],
        max_slots: 24,
        fee_per_slot: Rupiah::new(3_600_000),
        contract: vec![
            period(spring, spring + Days::new(75)),
            period(autumn, autumn + Days::new(75)),
        ],
        unavailable: Vec::new(),
    }
}

/// How many people each agency and each of its sub-units can spare.
fn staffing(agencies: &[Agency], units: &[Unit]) -> Vec<StaffingRule> {
    let mut field = Field::Office;
    let mut rules = Vec::new();
    for unit in units {
        if let Some(agency) = agencies
            .iter()
            .find(|agency| agency.code == unit.id.as_str())
        {
            field = agency.field;
        }
        if unit.kind != UnitKind::City {
            rules.push(rule(unit, field));
        }
    }
    rules
}

fn rule(unit: &Unit, field: Field) -> StaffingRule {
    let (share, mut blackout) = match field {
        Field::Health => (150, Vec::new()),
        Field::Registry => (200, vec![period(date(2026, 6, 22), date(2026, 7, 10))]),
        Field::Revenue => (250, vec![period(date(2026, 8, 24), date(2026, 9, 4))]),
        Field::Education => (150, vec![period(date(2026, 5, 4), date(2026, 5, 29))]),
        _ => (250, Vec::new()),
    };
    blackout.push(period(date(2026, 12, 7), date(2026, 12, 18)));
    StaffingRule {
        unit: unit.id.clone(),
        max_away: permille(share),
        min_on_duty: u32::from(unit.kind == UnitKind::SubUnit) * 2,
        blackout,
        max_person_days: None,
        at_least_one: true,
    }
}

/// The rupiah that a program would take for this many people: seats, batches, teaching, rooms.
pub(crate) fn cost_of(program: &Program, seats: u32) -> Rupiah {
    let batches = seats.div_ceil(u32::from(program.limits.max_seats.max(1)));
    let teaching: Rupiah = program
        .sessions
        .iter()
        .map(|session| {
            let staff = session.instructors.saturating_sub(session.experts);
            let slots = u32::from(session.slots);
            Rupiah::new(800_000).times(slots * u32::from(staff))
                + Rupiah::new(3_600_000).times(slots * u32::from(session.experts))
        })
        .sum();
    (program.cost.per_batch + teaching).times(batches) + program.cost.per_seat.times(seats)
}
