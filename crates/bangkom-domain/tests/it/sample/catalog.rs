use bangkom_domain::catalog::{CatalogData, CatalogSchema};
use bangkom_domain::competency::{
    Competency, CompetencyGroup, Indicator, Requirement, Scope, StandardEntry,
};
use bangkom_domain::measure::{Importance, LearningHours, Level, Permille, Rupiah};
use bangkom_domain::position::{Echelon, Position, PositionKind};
use bangkom_domain::program::{
    BatchLimits, DeliveryMethod, Gap, LearningOutcome, Module, Program, ProgramCost, SessionKind,
    SessionTemplate, Venue,
};

use super::{day, id};

pub(crate) fn catalog() -> CatalogData {
    CatalogData {
        schema: CatalogSchema::V1,
        positions: vec![
            position(
                "KASI_PERIZINAN",
                PositionKind::Supervisor,
                Some(Echelon::IVa),
            ),
            position("PENATA_PERIZINAN", PositionKind::ExpertFirst, None),
        ],
        competencies: vec![competency()],
        standards: vec![StandardEntry {
            position: id("PENATA_PERIZINAN"),
            competency: id("perizinan"),
            level: level(3),
            importance: Importance::new(4).expect("in range"),
        }],
        requirements: vec![Requirement {
            scope: Scope {
                unit: id("DPMPTSP"),
                positions: vec![id("PENATA_PERIZINAN")],
            },
            competency: id("perizinan"),
            level: level(4),
            importance: Importance::MAX,
            by: day(2026, 12, 31),
            reason: "RPJMD 2025-2029".to_owned(),
        }],
        programs: vec![program("DASAR", None), program("LANJUT", Some("DASAR"))],
    }
}

pub(crate) fn level(number: u32) -> Level {
    Level::new(number).expect("in range")
}

fn position(code: &str, kind: PositionKind, echelon: Option<Echelon>) -> Position {
    Position {
        id: id(code),
        title: format!("Jabatan {code}"),
        kind,
        echelon,
    }
}

fn competency() -> Competency {
    Competency {
        id: id("perizinan"),
        name: "Pelayanan Perizinan".to_owned(),
        group: CompetencyGroup::Technical,
        dictionary: "DPMPTSP 2025".to_owned(),
        valid_from: Some(day(2025, 1, 1)),
        indicators: vec![Indicator {
            level: level(3),
            text: "Menyelesaikan berkas tanpa pengembalian".to_owned(),
        }],
    }
}

fn program(code: &str, prerequisite: Option<&str>) -> Program {
    Program {
        id: id(code),
        name: format!("Pelatihan {code}"),
        modules: vec![Module {
            id: id("M1"),
            name: "Standar pelayanan".to_owned(),
            outcomes: vec![LearningOutcome {
                competency: id("perizinan"),
                from: level(2),
                to: level(3),
            }],
            hours: LearningHours::new(12).expect("in range"),
            method: DeliveryMethod::Coaching,
        }],
        sessions: vec![
            session(Venue::Room(vec![id("komputer")]), None),
            session(
                Venue::Online,
                Some(Gap {
                    min_days: 7,
                    max_days: 21,
                }),
            ),
            session(Venue::Workplace, None),
        ],
        prerequisites: prerequisite.into_iter().map(id).collect(),
        limits: BatchLimits {
            min_seats: 10,
            max_seats: 40,
            max_batches: 3,
            max_one_unit: Permille::new(400).expect("in range"),
            min_units: 2,
        },
        cost: ProgramCost {
            per_batch: Rupiah::new(3_000_000),
            per_seat: Rupiah::new(150_000),
            fund: id("APBD"),
        },
        mandatory: true,
        deadline: Some(day(2026, 11, 30)),
        certificate_months: Some(36),
    }
}

fn session(venue: Venue, gap: Option<Gap>) -> SessionTemplate {
    SessionTemplate {
        kind: SessionKind::Class,
        module: Some(id("M1")),
        slots: 2,
        venue,
        instructors: 2,
        experts: 1,
        gap,
    }
}
