use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::plan::{Batch, Plan};
use bangkom_domain::program::Program;
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;

use super::ResultFinding;

/// A batch of the plan that can be evaluated.
#[derive(Debug, Clone)]
pub(crate) struct BatchInfo<'a> {
    pub batch: &'a Batch,
    pub program: &'a Program,
    /// Who has a seat and is on the roster, with the place of the agency among all.
    pub seats: BTreeMap<PersonId, u32>,
    /// Who was there often enough; everybody where attendance was not recorded.
    pub attended: BTreeSet<PersonId>,
    /// Whether attendance was recorded.
    pub attendance_known: bool,
}

impl BatchInfo<'_> {
    /// The first day.
    pub(crate) fn first_day(&self) -> Option<NaiveDate> {
        self.batch
            .sessions
            .iter()
            .filter_map(bangkom_domain::plan::Session::first_day)
            .min()
    }

    /// The last day.
    pub(crate) fn last_day(&self) -> Option<NaiveDate> {
        self.batch
            .sessions
            .iter()
            .filter_map(bangkom_domain::plan::Session::last_day)
            .max()
    }

    /// Whether it is over on this day.
    pub(crate) fn is_over(&self, day: NaiveDate) -> bool {
        self.last_day().is_some_and(|last| last <= day)
    }
}

/// The batches of the plan whose program is known, ordered by id.
pub(super) fn batches<'a>(
    plan: &'a Plan,
    roster: &Roster,
    catalog: &'a Catalog,
    found: &mut Vec<ResultFinding>,
) -> Vec<BatchInfo<'a>> {
    let mut ordered: Vec<&Batch> = plan.batches.iter().collect();
    ordered.sort_by(|a, b| a.id.cmp(&b.id));
    let agencies = Agencies::of(roster);
    let mut known = Vec::new();
    for batch in ordered {
        match catalog.program(&batch.program) {
            Some(program) => known.push(BatchInfo {
                batch,
                program,
                seats: seats(batch, roster, &agencies, found),
                attended: BTreeSet::new(),
                attendance_known: false,
            }),
            None => found.push(ResultFinding::UnknownProgram {
                record: batch.id.to_string(),
                program: batch.program.clone(),
            }),
        }
    }
    known
}

/// The agencies of a roster, numbered by code.
pub(super) struct Agencies<'a> {
    roster: &'a Roster,
    numbers: BTreeMap<&'a UnitId, u32>,
}

impl<'a> Agencies<'a> {
    pub(super) fn of(roster: &'a Roster) -> Self {
        let numbers = (0..).zip(roster.units().iter());
        Self {
            roster,
            numbers: numbers.map(|(at, unit)| (&unit.id, at)).collect(),
        }
    }

    /// The number of the agency that a person works at.
    pub(super) fn number(&self, person: PersonId) -> Option<u32> {
        let unit = &self.roster.employee(person)?.unit;
        let agency = self.roster.units().agency_of(unit).unwrap_or(unit);
        Some(self.numbers.get(agency).copied().unwrap_or_default())
    }
}

fn seats(
    batch: &Batch,
    roster: &Roster,
    agencies: &Agencies<'_>,
    found: &mut Vec<ResultFinding>,
) -> BTreeMap<PersonId, u32> {
    let mut seats = BTreeMap::new();
    for seat in &batch.seats {
        let person = seat.person;
        if roster.employee(person).is_none() {
            found.push(ResultFinding::UnknownPerson {
                record: batch.id.to_string(),
                person,
            });
        } else if let Some(agency) = agencies.number(person)
            && seats.insert(person, agency).is_some()
        {
            found.push(ResultFinding::RepeatedSeat {
                batch: batch.id.clone(),
                person,
            });
        }
    }
    seats
}
