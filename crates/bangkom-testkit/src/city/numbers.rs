use std::collections::BTreeMap;

use bangkom_domain::people::{Employee, EmployeeNumber, EmploymentKind, Grade, Sex};
use bangkom_domain::position::PositionKind;
use chrono::{Datelike, NaiveDate};

use crate::rng::Rng;

/// Gives out employee numbers: the serial counts up within what stands before it.
pub(super) struct Numbers {
    rng: Rng,
    serials: BTreeMap<String, u32>,
}

impl Numbers {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            rng: Rng::new(seed, "numbers"),
            serials: BTreeMap::new(),
        }
    }

    /// The employee with a grade, and a number that fits birth date, sex and appointment.
    pub(super) fn complete(&mut self, mut employee: Employee, position: PositionKind) -> Employee {
        employee.grade = grade(&mut self.rng, employee.kind, position);
        if let (Some(birth), Some(sex)) = (&employee.birth_date, &employee.sex) {
            let birth = *birth.reveal();
            let appointed = self.appointed(&employee, birth);
            let digit = if *sex.reveal() == Sex::Female { 2 } else { 1 };
            let prefix = format!("{}{appointed}{digit}", birth.format("%Y%m%d"));
            let serial = self.serials.entry(prefix.clone()).or_default();
            *serial += 1;
            employee.number = Some(EmployeeNumber::new(format!("{prefix}{serial:03}")));
        }
        employee
    }

    /// Digits 9 to 14: year and month for civil servants, year and 21 for contract employees.
    fn appointed(&mut self, employee: &Employee, birth: NaiveDate) -> String {
        match (employee.kind, employee.contract) {
            (EmploymentKind::Cpns, _) => "202504".to_owned(),
            (_, Some(contract)) => format!("{}21", contract.first().year()),
            _ => {
                let year = (birth.year() + 22 + self.rng.below(14) as i32).min(2024);
                format!("{year}{:02}", 1 + self.rng.below(12))
            }
        }
    }
}

/// A grade that people of this kind in such a position have.
fn grade(rng: &mut Rng, kind: EmploymentKind, position: PositionKind) -> Option<Grade> {
    let grades = match (kind, position) {
        (EmploymentKind::PppkPartTime, _) => return None,
        (EmploymentKind::Pppk, PositionKind::Executor) => [Grade::Pppk5, Grade::Pppk5],
        (EmploymentKind::Pppk, PositionKind::Skilled | PositionKind::SkilledProficient) => {
            [Grade::Pppk7, Grade::Pppk8]
        }
        (EmploymentKind::Pppk, _) => [Grade::Pppk9, Grade::Pppk10],
        (_, PositionKind::Executive) => [Grade::IVb, Grade::IVc],
        (_, PositionKind::Administrator) => [Grade::IVa, Grade::IVb],
        (_, PositionKind::Supervisor | PositionKind::ExpertJunior) => [Grade::IIIc, Grade::IIId],
        (_, PositionKind::ExpertFirst) => [Grade::IIIa, Grade::IIIb],
        _ => [Grade::IIc, Grade::IIIa],
    };
    Some(*rng.pick(&grades))
}
