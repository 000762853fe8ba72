use std::collections::BTreeMap;

use bangkom_domain::calendar::Period;
use bangkom_domain::hours::HoursAccounts;
use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::people::Employee;
use chrono::NaiveDate;

use super::Inputs;
use super::bits::BitTable;
use super::timeline::Timeline;

/// The employees, numbered by id.
#[derive(Debug, Clone, Default)]
pub(crate) struct People {
    pub(crate) ids: Vec<PersonId>,
    pub(crate) unit: Vec<u32>,
    /// The working days on which each cannot be assigned.
    pub(crate) absent: BitTable,
    /// Whether each can be assigned on any day at all.
    pub(crate) assignable: Vec<bool>,
    /// The most slots that each may spend in training.
    pub(crate) most_slots: Vec<u32>,
}

impl People {
    pub(crate) fn new(inputs: &Inputs<'_>, time: &Timeline, units: &BTreeMap<UnitId, u32>) -> Self {
        let employees = inputs.roster.employees();
        let mut people = Self {
            absent: BitTable::new(employees.len(), time.days().len()),
            ..Self::default()
        };
        for (row, employee) in employees.iter().enumerate() {
            people.ids.push(employee.id);
            let unit = units.get(&employee.unit).copied().unwrap_or(0);
            people.unit.push(unit);
            let away = absences(employee);
            for day in time.days_within(away) {
                people.absent.set(row, day);
            }
            let all = people.absent.count(row) as usize == time.days().len();
            people.assignable.push(!all);
            let most = inputs.policy.training_slots.get(&employee.id);
            people.most_slots.push(most.copied().unwrap_or(u32::MAX));
        }
        people
    }

    pub(crate) fn find(&self, id: PersonId) -> Option<u32> {
        self.ids.binary_search(&id).ok().map(|row| row as u32)
    }
}

/// The periods in which a person cannot be assigned: off duty, on leave, retired, out of contract.
fn absences(employee: &Employee) -> Vec<Period> {
    let always = Period::new(NaiveDate::MIN, NaiveDate::MAX).ok();
    if !employee.legal_status.is_assignable() {
        return always.into_iter().collect();
    }
    let mut periods: Vec<Period> = employee.leaves.iter().map(|leave| leave.period).collect();
    if let Some(day) = &employee.retires_on {
        periods.extend(Period::new(*day.reveal(), NaiveDate::MAX));
    }
    if let Some(contract) = employee.contract.filter(|_| employee.kind.is_contract()) {
        let before = contract.first().pred_opt();
        let after = contract.last().succ_opt();
        periods.extend(before.and_then(|last| Period::new(NaiveDate::MIN, last).ok()));
        periods.extend(after.and_then(|first| Period::new(first, NaiveDate::MAX).ok()));
    }
    periods
}

/// Whether the ledger says that the person has the program, and holds it past the horizon.
pub(crate) fn completed(
    accounts: &HoursAccounts<'_>,
    person: PersonId,
    program: &bangkom_domain::id::ProgramId,
    horizon: Period,
) -> bool {
    accounts.entries(person).iter().any(|entry| {
        entry.program.as_ref() == Some(program)
            && entry.valid_until.is_none_or(|last| last >= horizon.last())
    })
}
