use bangkom::domain::catalog::{Catalog, CatalogData};
use bangkom::domain::id::{FundId, ProgramId};
use bangkom::domain::measure::{LearningHours, Permille};
use bangkom::domain::program::{
    BatchLimits, DeliveryMethod, Module, Program, ProgramCost, SessionKind, SessionTemplate, Venue,
};

use super::Instance;
use super::codes::{FUND, HOURS_PER_SLOT, code, features, thousands};
use super::instance::ProgramPart;
use super::translate::{Result, sound};

impl Instance {
    pub(super) fn catalog(&self) -> Result<Catalog> {
        let programs = self.programmes.iter().enumerate();
        let programs = programs.map(|(row, part)| self.program(row, part));
        let data = CatalogData {
            programs: programs.collect::<Result<_>>()?,
            ..CatalogData::default()
        };
        sound(Catalog::new(data).into_result())
    }

    fn program(&self, row: usize, part: &ProgramPart) -> Result<Program> {
        let deadline = part.deadline_day.map(|day| self.day(day)).transpose()?;
        let before = part.prerequisites.iter();
        Ok(Program {
            id: code('P', row).parse()?,
            name: code('P', row),
            modules: vec![module(part)?],
            sessions: vec![session(part)?],
            prerequisites: before
                .map(|row| Ok(ProgramId::new(code('P', *row))?))
                .collect::<Result<_>>()?,
            limits: BatchLimits {
                min_seats: part.min_batch,
                max_seats: part.max_batch,
                max_batches: part.max_batches,
                max_one_unit: Permille::new(part.max_one_office_permille)?,
                min_units: part.min_offices,
            },
            cost: ProgramCost {
                per_batch: thousands(part.batch_cost),
                per_seat: thousands(part.seat_cost),
                fund: FundId::new(FUND)?,
            },
            mandatory: part.mandatory,
            deadline,
            certificate_months: None,
        })
    }
}

fn module(part: &ProgramPart) -> Result<Module> {
    Ok(Module {
        id: "M1".parse()?,
        name: "M1".to_owned(),
        outcomes: Vec::new(),
        hours: LearningHours::new(HOURS_PER_SLOT * u32::from(part.duration_slots))?,
        method: DeliveryMethod::ALL[0],
    })
}

fn session(part: &ProgramPart) -> Result<SessionTemplate> {
    Ok(SessionTemplate {
        kind: SessionKind::Class,
        module: None,
        slots: part.duration_slots,
        venue: Venue::Room(features(&part.needs)?),
        instructors: 1,
        experts: 0,
        gap: None,
    })
}
