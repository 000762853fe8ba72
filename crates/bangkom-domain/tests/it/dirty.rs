//! A roster and a catalog in which everything is wrong that can be, each thing once or more.

use bangkom_domain::catalog::CatalogData;
use bangkom_domain::competency::{Requirement, Scope, StandardEntry};
use bangkom_domain::measure::{Importance, Rupiah};
use bangkom_domain::people::{Employee, EmployeeNumber, EmploymentKind, Grade, Sex};
use bangkom_domain::position::Echelon;
use bangkom_domain::program::{Gap, Program};
use bangkom_domain::roster::RosterData;

use crate::sample::{self, day, id, level, person};

/// Every kind of finding of a roster, and two sound employees.
pub(crate) fn roster() -> RosterData {
    let mut data = sample::roster();
    add_units(&mut data);
    let numbers = [
        "",
        "1,97903E+17",
        "19790314200501200O",
        "1979031420050120",
        "197913142005012007",
        "197903142005132007",
        "197903142005013007",
        "19790314 200501 2 008",
        "\"197903142005012009\"",
    ];
    for (place, number) in (10..).zip(numbers) {
        data.employees.push(Employee {
            number: Some(EmployeeNumber::new(number)),
            ..plain(place)
        });
    }
    let shared = EmployeeNumber::new("197903142005012010");
    for place in [30, 31] {
        data.employees.push(Employee {
            former_numbers: vec![shared.clone()],
            ..plain(place)
        });
    }
    data.employees.push(Employee {
        number: Some(EmployeeNumber::new("197903141990012001")),
        birth_date: Some(day(1979, 3, 15).into()),
        sex: Some(Sex::Male.into()),
        grade: Some(Grade::Pppk9),
        ..plain(40)
    });
    let repeated = data.employees[0].clone();
    data.employees.push(repeated);
    for unit in ["CITY", "DPMPTSP"] {
        data.employees.push(Employee {
            unit: id(unit),
            ..plain(50)
        });
    }
    data.employees.push(Employee {
        unit: id("NOWHERE"),
        ..plain(51)
    });
    data
}

fn plain(number: u128) -> Employee {
    Employee::new(
        person(number),
        EmploymentKind::Pns,
        id("DPMPTSP"),
        id("PENATA_PERIZINAN"),
    )
}

fn add_units(data: &mut RosterData) {
    let like = |code: &str, parent: Option<&str>, name: &str| bangkom_domain::unit::Unit {
        id: id(code),
        parent: parent.map(id),
        name: name.to_owned(),
        ..data.units[1].clone()
    };
    let more = [
        data.units[0].clone(),
        like("TWICE", Some("CITY"), "one"),
        like("TWICE", Some("CITY"), "other"),
        like("ORPHAN", Some("GONE"), "orphan"),
        like("RING1", Some("RING2"), "ring"),
        like("RING2", Some("RING3"), "ring"),
        like("RING3", Some("RING1"), "ring"),
        like("TOP", None, "second root"),
    ];
    data.units.extend(more);
}

/// Every kind of finding of a catalog, and the sound records of the sample.
pub(crate) fn catalog() -> CatalogData {
    let mut data = sample::catalog();
    data.positions.push(data.positions[0].clone());
    let mut misplaced = data.positions[0].clone();
    misplaced.id = id("MISPLACED");
    misplaced.echelon = Some(Echelon::IIa);
    data.positions.push(misplaced);
    let mut other = data.competencies[0].clone();
    other.id = id("ganda");
    data.competencies.push(other.clone());
    "lain".clone_into(&mut other.name);
    data.competencies.push(other);
    data.standards.push(StandardEntry {
        position: id("NO_POSITION"),
        competency: id("ganda"),
        level: level(2),
        importance: Importance::MIN,
    });
    data.requirements.push(Requirement {
        scope: Scope {
            unit: id("DPMPTSP"),
            positions: vec![id("NO_POSITION")],
        },
        ..data.requirements[0].clone()
    });
    let sound = data.programs[0].clone();
    data.programs.extend(broken_programs(&sound));
    data
}

fn broken_programs(sound: &Program) -> Vec<Program> {
    let broken = |code: &str, breaking: &dyn Fn(&mut Program)| {
        let mut program = sound.clone();
        program.id = id(code);
        breaking(&mut program);
        program
    };
    vec![
        broken("OUTCOMES", &|it| {
            let mut flat = it.modules[0].outcomes[0].clone();
            flat.to = flat.from;
            let mut unknown = it.modules[0].outcomes[0].clone();
            unknown.competency = id("ganda");
            it.modules[0].outcomes.extend([flat, unknown]);
        }),
        broken("MODULE_TWICE", &|it| it.modules.push(it.modules[0].clone())),
        broken("MODULE_UNKNOWN", &|it| {
            it.sessions[0].module = Some(id("M9"));
        }),
        broken("WAITS", &|it| it.prerequisites.push(id("MODULE_TWICE"))),
        broken("RING_A", &|it| it.prerequisites.push(id("RING_B"))),
        broken("RING_B", &|it| it.prerequisites.push(id("RING_A"))),
        broken("NO_MODULES", &|it| {
            it.modules.clear();
            for session in &mut it.sessions {
                session.module = None;
            }
        }),
        broken("NO_SESSIONS", &|it| it.sessions.clear()),
        broken("ZERO_SLOTS", &|it| it.sessions[0].slots = 0),
        broken("GAP", &|it| {
            it.sessions[1].gap = Some(Gap {
                min_days: 3,
                max_days: 2,
            });
        }),
        broken("EXPERTS", &|it| it.sessions[0].experts = 3),
        broken("SEATS", &|it| it.limits.min_seats = 41),
        broken("ZERO_SEATS", &|it| {
            it.limits.min_seats = 0;
            it.limits.max_seats = 0;
            it.limits.min_units = 0;
        }),
        broken("UNITS", &|it| it.limits.min_units = 41),
        broken("COST", &|it| it.cost.per_seat = Rupiah::new(-1)),
    ]
}
