// A tiny city for doc examples and tests: two units of four persons, two programs.

use bangkom_domain::calendar::{Period, year_2026};
use bangkom_domain::catalog::{Catalog, CatalogData};
use bangkom_domain::demand::{Demand, DemandRow, DemandSchema};
use bangkom_domain::id::{ModuleId, PersonId, ProgramId};
use bangkom_domain::measure::{DemandValue, LearningHours, Permille, Rupiah};
use bangkom_domain::people::{Employee, EmploymentKind, LegalStatus};
use bangkom_domain::preset::{Provenance, Standing};
use bangkom_domain::privacy::Personal;
use bangkom_domain::program::{
    BatchLimits, DeliveryMethod, Gap, Module, Program, ProgramCost, SessionKind, SessionTemplate,
    Venue,
};
use bangkom_domain::resources::{
    Fund, Instructor, InstructorKind, Resources, ResourcesSchema, Room, Site, StaffingRule,
};
use bangkom_domain::roster::{Roster, RosterData};
use bangkom_domain::unit::{Unit, UnitKind};
use bangkom_schedule::enrol::Applicant;
use chrono::NaiveDate;

/// The documents of a plan.
pub(crate) struct City {
    pub(crate) roster: Roster,
    pub(crate) catalog: Catalog,
    pub(crate) resources: Resources,
    pub(crate) demand: Demand,
}

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(crate) fn days(from: (u32, u32), to: (u32, u32)) -> Period {
    Period::new(day(from.0, from.1), day(to.0, to.1)).unwrap()
}

pub(crate) fn person(number: u8) -> PersonId {
    let text = format!("\"00000000-0000-4000-8000-0000000000{number:02x}\"");
    serde_json::from_str(&text).unwrap()
}

pub(crate) fn program_id(code: &str) -> ProgramId {
    ProgramId::new(code).unwrap()
}

pub(crate) fn unit(code: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
    Unit {
        id: code.parse().unwrap(),
        name: code.to_owned(),
        kind,
        parent: parent.map(|parent| parent.parse().unwrap()),
        site: Some("CENTRE".parse().unwrap()),
    }
}

pub(crate) fn employee(number: u8, unit: &str) -> Employee {
    Employee {
        id: person(number),
        kind: EmploymentKind::Pns,
        number: None,
        former_numbers: Vec::new(),
        name: None,
        birth_date: None,
        sex: None,
        grade: None,
        unit: unit.parse().unwrap(),
        position: "CLERK".parse().unwrap(),
        next_position: None,
        legal_status: LegalStatus::Active,
        leaves: Vec::new(),
        retires_on: None,
        contract: None,
    }
}

pub(crate) fn applicant(number: u8, unit: &str, points: u32, on: NaiveDate) -> Applicant {
    Applicant {
        person: person(number),
        unit: unit.parse().unwrap(),
        value: Personal::new(DemandValue::new(points)),
        mandatory: false,
        applied_on: on,
    }
}

pub(crate) fn session(kind: SessionKind, slots: u16, venue: Venue) -> SessionTemplate {
    SessionTemplate {
        kind,
        module: None,
        slots,
        venue,
        instructors: 0,
        experts: 0,
        gap: None,
    }
}

pub(crate) fn hall() -> Venue {
    Venue::Room(vec!["projector".parse().unwrap()])
}

pub(crate) fn program(code: &str, sessions: Vec<SessionTemplate>, limits: BatchLimits) -> Program {
    Program {
        id: program_id(code),
        name: code.to_owned(),
        modules: vec![Module {
            id: ModuleId::new("M1").unwrap(),
            name: "M1".to_owned(),
            outcomes: Vec::new(),
            hours: LearningHours::new(10).unwrap(),
            method: DeliveryMethod::from_code("NKL01").unwrap_or(DeliveryMethod::ALL[0]),
        }],
        sessions,
        prerequisites: Vec::new(),
        limits,
        cost: ProgramCost {
            per_batch: Rupiah::new(1_000),
            per_seat: Rupiah::new(100),
            fund: "APBD".parse().unwrap(),
        },
        mandatory: false,
        deadline: None,
        certificate_months: None,
    }
}

pub(crate) fn limits(seats: (u16, u16), batches: u16, share: u32, units: u16) -> BatchLimits {
    BatchLimits {
        min_seats: seats.0,
        max_seats: seats.1,
        max_batches: batches,
        max_one_unit: Permille::new(share).unwrap(),
        min_units: units,
    }
}

/// One day with an instructor for two to four people.
pub(crate) fn basic() -> Program {
    let mut class = session(SessionKind::Class, 2, hall());
    class.instructors = 1;
    program("BASIC", vec![class], limits((2, 4), 2, 750, 1))
}

/// Test, class with an expert, practice at work, test: for two to four people of two units.
pub(crate) fn advanced() -> Program {
    let mut class = session(SessionKind::Class, 3, hall());
    (class.instructors, class.experts) = (2, 1);
    let mut practice = session(SessionKind::FieldPractice, 1, Venue::Workplace);
    practice.gap = Some(Gap {
        min_days: 2,
        max_days: 5,
    });
    let mut test = session(SessionKind::PostTest, 1, Venue::Online);
    test.gap = Some(Gap {
        min_days: 1,
        max_days: 10,
    });
    let first = session(SessionKind::PreTest, 1, hall());
    let sessions = vec![first, class, practice, test];
    let mut program = program("ADVANCED", sessions, limits((2, 4), 1, 600, 2));
    program.prerequisites = vec![program_id("BASIC")];
    program
}

pub(crate) fn instructor(code: &str, kind: InstructorKind, programs: &[&str]) -> Instructor {
    Instructor {
        id: code.parse().unwrap(),
        kind,
        qualified_for: programs.iter().map(|code| program_id(code)).collect(),
        max_slots: 40,
        fee_per_slot: Rupiah::new(10),
        contract: Vec::new(),
        unavailable: Vec::new(),
    }
}

pub(crate) fn room(code: &str, capacity: u16) -> Room {
    Room {
        id: code.parse().unwrap(),
        site: "CENTRE".parse().unwrap(),
        capacity,
        features: vec!["projector".parse().unwrap()],
        cost_per_slot: Rupiah::new(5),
        unavailable: Vec::new(),
    }
}

pub(crate) fn rule(unit: &str, share: u32) -> StaffingRule {
    StaffingRule {
        unit: unit.parse().unwrap(),
        max_away: Permille::new(share).unwrap(),
        min_on_duty: 0,
        blackout: Vec::new(),
        max_person_days: None,
        at_least_one: false,
    }
}

pub(crate) fn resources() -> Resources {
    let mut expert = instructor("EXPERT", InstructorKind::InvitedExpert, &["ADVANCED"]);
    expert.contract = vec![days((4, 13), (5, 15))];
    Resources {
        schema: ResourcesSchema::V1,
        horizon: days((4, 6), (5, 29)),
        calendar: vec![year_2026()],
        sites: vec![Site {
            id: "CENTRE".parse().unwrap(),
            name: "Centre".to_owned(),
            x_km: 0.0,
            y_km: 0.0,
        }],
        rooms: vec![room("LARGE", 4), room("SMALL", 2)],
        instructors: vec![
            instructor("STAFF", InstructorKind::Staff, &["BASIC", "ADVANCED"]),
            expert,
        ],
        funds: vec![Fund {
            id: "APBD".parse().unwrap(),
            name: "APBD 2026".to_owned(),
            amount: Rupiah::new(10_000),
        }],
        staffing: vec![rule("A", 500), rule("B", 500)],
    }
}

pub(crate) fn claim(number: u8, program: &str, value: u32) -> DemandRow {
    DemandRow {
        person: person(number),
        program: program_id(program),
        value: Personal::new(DemandValue::new(value)),
        mandatory: false,
        needed_by: None,
        standing: Standing::Proposed,
        closes: Vec::new(),
    }
}

pub(crate) fn demand(rows: Vec<DemandRow>) -> Demand {
    Demand {
        schema: DemandSchema::V1,
        provenance: Provenance::proposal("test", "1"),
        rows,
    }
}

pub(crate) fn roster(employees: Vec<Employee>) -> Roster {
    let units = vec![
        unit("CITY", UnitKind::City, None),
        unit("A", UnitKind::Agency, Some("CITY")),
        unit("B", UnitKind::Agency, Some("CITY")),
    ];
    let data = RosterData {
        units,
        employees,
        ..RosterData::default()
    };
    Roster::new(data).value
}

pub(crate) fn people() -> Vec<Employee> {
    (0..8)
        .map(|number| employee(number, if number < 4 { "A" } else { "B" }))
        .collect()
}

pub(crate) fn catalog(programs: Vec<Program>) -> Catalog {
    Catalog::new(CatalogData {
        programs,
        ..CatalogData::default()
    })
    .value
}

/// Eight persons want BASIC, four of them ADVANCED too.
pub(crate) fn city() -> City {
    let mut rows: Vec<DemandRow> = (0..8)
        .map(|n| claim(n, "BASIC", 100 + u32::from(n)))
        .collect();
    rows.extend([0, 1, 4, 5].map(|n| claim(n, "ADVANCED", 300)));
    City {
        roster: roster(people()),
        catalog: catalog(vec![basic(), advanced()]),
        resources: resources(),
        demand: demand(rows),
    }
}
