use bangkom::domain::demand::{Demand, DemandRow, DemandSchema};
use bangkom::domain::hours::{HoursEntry, HoursLedger};
use bangkom::domain::measure::{DemandValue, LearningHours};
use bangkom::domain::people::{Employee, EmploymentKind, Leave, LeaveKind};
use bangkom::domain::preset::{Provenance, Standing};
use bangkom::domain::privacy::Personal;
use bangkom::domain::program::DeliveryMethod;
use bangkom::domain::roster::{Roster, RosterData};
use bangkom::domain::unit::{Unit, UnitKind};

use super::Instance;
use super::codes::{HOURS_PER_SLOT, code, person};
use super::instance::{EmployeePart, OfficePart};
use super::translate::{Result, sound};

impl Instance {
    pub(super) fn roster(&self) -> Result<Roster> {
        let city = Unit {
            id: "CITY".parse()?,
            name: "City".to_owned(),
            kind: UnitKind::City,
            parent: None,
            site: None,
        };
        let offices = self.offices.iter().enumerate();
        let units = offices.map(|(row, office)| unit(row, office));
        let mut data = RosterData {
            units: units.collect::<Result<_>>()?,
            ..RosterData::default()
        };
        data.units.push(city);
        let employees = self.employees.iter().enumerate();
        let employees = employees.map(|(row, part)| self.employee(row, part));
        data.employees = employees.collect::<Result<_>>()?;
        sound(Roster::new(data).into_result())
    }

    fn employee(&self, row: usize, part: &EmployeePart) -> Result<Employee> {
        let unit = code('O', part.office).parse()?;
        let leave = |period| Leave {
            kind: Personal::new(LeaveKind::Annual),
            period,
        };
        let leaves = self.periods(&part.unavailable_days)?;
        Ok(Employee {
            leaves: leaves.into_iter().map(leave).collect(),
            ..Employee::new(person(row), EmploymentKind::Pns, unit, "STAFF".parse()?)
        })
    }

    pub(super) fn demand(&self) -> Result<Demand> {
        let row = |(employee, program, value): &(usize, usize, u32)| {
            Ok(DemandRow {
                person: person(*employee),
                program: code('P', *program).parse()?,
                value: Personal::new(DemandValue::new(*value)),
                mandatory: false,
                needed_by: None,
                standing: Standing::Decided,
                closes: Vec::new(),
            })
        };
        let mut rows: Vec<DemandRow> = self.demand.iter().map(row).collect::<Result<_>>()?;
        rows.sort_by(|a, b| (a.person, &a.program).cmp(&(b.person, &b.program)));
        Ok(Demand {
            schema: DemandSchema::V1,
            provenance: Provenance::proposal("training-instance", "1"),
            rows,
        })
    }

    pub(super) fn ledger(&self) -> Result<HoursLedger> {
        let before = self.horizon()?.first().pred_opt().ok_or("no day before")?;
        let mut ledger = HoursLedger::default();
        for (row, employee) in self.employees.iter().enumerate() {
            for program in &employee.completed {
                ledger.entries.push(HoursEntry {
                    person: person(row),
                    date: before,
                    hours: Personal::new(LearningHours::new(HOURS_PER_SLOT)?),
                    method: DeliveryMethod::ALL[0],
                    program: Some(code('P', *program).parse()?),
                    valid_until: None,
                });
            }
        }
        Ok(ledger)
    }
}

fn unit(row: usize, office: &OfficePart) -> Result<Unit> {
    Ok(Unit {
        id: code('O', row).parse()?,
        name: code('O', row),
        kind: UnitKind::Agency,
        parent: Some("CITY".parse()?),
        site: Some(code('S', office.site).parse()?),
    })
}
