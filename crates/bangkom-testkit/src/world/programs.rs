use bangkom_domain::measure::Rupiah;
use bangkom_domain::program::{
    BatchLimits, Gap, LearningOutcome, Module, Program, ProgramCost, SessionTemplate, Venue,
};

use super::program_table::{PROGRAMS, Place, ProgramSeed, SessionSeed};
use super::support_table::SUPPORT;
use crate::make::{hours, id, level, permille};

/// The programs that a city of this many employees runs, with those of support where asked for.
pub(crate) fn programs(employees: usize, support: bool) -> Vec<Program> {
    let support = SUPPORT.iter().filter(|_| support);
    PROGRAMS
        .iter()
        .chain(support)
        .map(|seed| program(seed, employees))
        .collect()
}

fn program(seed: &ProgramSeed, employees: usize) -> Program {
    // One more batch for every two thousand employees beyond those of the model case.
    let growth = (employees / 2_000) as u16;
    Program {
        id: id(seed.code),
        name: seed.name.to_owned(),
        modules: modules(seed),
        sessions: seed
            .sessions
            .iter()
            .map(|session| template(seed, session))
            .collect(),
        prerequisites: seed.prerequisites.iter().map(|code| id(*code)).collect(),
        limits: BatchLimits {
            min_seats: seed.seats.0,
            max_seats: seed.seats.1,
            max_batches: seed.batches + growth,
            max_one_unit: permille(seed.one_unit),
            min_units: if seed.one_unit < 1_000 { 2 } else { 1 },
        },
        cost: ProgramCost {
            per_batch: Rupiah::new(seed.cost.0),
            per_seat: Rupiah::new(seed.cost.1),
            fund: id(seed.fund),
        },
        mandatory: seed.mandatory,
        deadline: None,
        certificate_months: seed.certificate_months,
    }
}

fn modules(seed: &ProgramSeed) -> Vec<Module> {
    seed.modules
        .iter()
        .enumerate()
        .map(|(index, module)| Module {
            id: id(module_code(seed, index)),
            name: module.name.to_owned(),
            outcomes: module
                .outcomes
                .iter()
                .map(|(code, from, to)| LearningOutcome {
                    competency: id(*code),
                    from: level(*from),
                    to: level(*to),
                })
                .collect(),
            hours: hours(module.hours),
            method: module.method,
        })
        .collect()
}

fn module_code(seed: &ProgramSeed, index: usize) -> String {
    format!("{}/m{}", seed.code, index + 1)
}

fn template(seed: &ProgramSeed, session: &SessionSeed) -> SessionTemplate {
    SessionTemplate {
        kind: session.kind,
        module: session.module.map(|index| id(module_code(seed, index))),
        slots: session.slots,
        venue: match session.place {
            Place::Room(features) => Venue::Room(features.iter().map(|code| id(*code)).collect()),
            Place::Online => Venue::Online,
            Place::Workplace => Venue::Workplace,
        },
        instructors: session.instructors,
        experts: session.experts,
        gap: session
            .gap
            .map(|(min_days, max_days)| Gap { min_days, max_days }),
    }
}
