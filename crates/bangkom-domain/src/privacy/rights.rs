use std::collections::BTreeSet;

use super::Documents;
use super::rows::{Rows, retain};
use crate::id::{InstrumentId, PersonId};
use crate::results::Results;

/// Everything that the documents hold about one person, and nothing about others.
///
/// Units and sources that the rows name stay, so that the extract can be read. Raters are left
/// out: their pseudonyms are data about somebody else.
///
/// ```
/// use bangkom_domain::id::PersonId;
/// use bangkom_domain::people::{Employee, EmploymentKind};
/// use bangkom_domain::privacy::{self, Documents};
/// use bangkom_domain::roster::RosterData;
/// # use bangkom_domain::id::{CodeError, PositionId, UnitId};
/// # let person = |number| PersonId::new(uuid::Uuid::from_u128(number));
/// # let employee = |number| Ok::<_, CodeError>(Employee::new(
/// #     person(number), EmploymentKind::Pns, UnitId::new("HEALTH")?, PositionId::new("NURSE")?,
/// # ));
///
/// let roster = RosterData { employees: vec![employee(1)?, employee(2)?], ..Default::default() };
/// let documents = Documents { roster: Some(roster), ..Default::default() };
/// let extract = privacy::extract(&documents, person(2));
/// assert_eq!(extract.roster.unwrap().employees, [employee(2)?]);
/// # Ok::<(), CodeError>(())
/// ```
///
/// # References
/// UU 27/2022 arts. 7 and 13: access and a copy in a commonly readable form.
pub fn extract(documents: &Documents, person: PersonId) -> Documents {
    let mut extract = documents.clone();
    retain(&mut extract, Rows::All, |owner| owner == Some(person));
    if let Some(evidence) = &mut extract.evidence {
        for record in &mut evidence.records {
            record.rater = None;
        }
        for mark in &mut evidence.causes {
            mark.rater = None;
        }
        evidence
            .sources
            .retain(|source| evidence.records.iter().any(|row| row.source == source.id));
    }
    if let Some(roster) = &mut extract.roster {
        let employees = &roster.employees;
        roster
            .units
            .retain(|unit| employees.iter().any(|employee| employee.unit == unit.id));
    }
    if let Some(plan) = &mut extract.plan {
        plan.batches.retain(|batch| !batch.seats.is_empty());
    }
    if let Some(results) = &mut extract.results {
        keep_own(results);
    }
    extract
}

/// Leaves the instruments with rows left, and nothing about the service or the programs.
fn keep_own(results: &mut Results) {
    for answers in &mut results.answers {
        answers.observer = None;
    }
    results.series.clear();
    results.designs.clear();
    results.cases.clear();
    results.counts.clear();
    results.satisfaction.clear();
    results.benefits.clear();
    let scores = results.scores.iter().map(|row| &row.instrument);
    let seen = results.observations.iter().map(|row| &row.instrument);
    let answered = results.answers.iter().map(|row| &row.instrument);
    let compared = results.comparison.iter().map(|row| &row.instrument);
    let used = scores.chain(seen).chain(answered).chain(compared);
    let used: BTreeSet<InstrumentId> = used.cloned().collect();
    results.instruments.retain(|one| used.contains(&one.id));
    results.items.retain(|one| used.contains(&one.instrument));
}

/// Takes every row about one person out of the documents; returns how many there were.
///
/// Whether a row may be erased is the caller's question of retention, not answered here.
///
/// ```
/// use bangkom_domain::hours::{HoursEntry, HoursLedger};
/// use bangkom_domain::id::PersonId;
/// use bangkom_domain::measure::LearningHours;
/// use bangkom_domain::privacy::{self, Documents};
/// use bangkom_domain::program::DeliveryMethod;
///
/// let person = PersonId::new(uuid::Uuid::from_u128(1));
/// let entry = HoursEntry {
///     person,
///     date: chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(),
///     hours: LearningHours::new(4)?.into(),
///     method: DeliveryMethod::Coaching,
///     program: None,
///     valid_until: None,
/// };
/// let hours = HoursLedger { entries: vec![entry], ..Default::default() };
/// let mut documents = Documents { hours: Some(hours), ..Default::default() };
/// assert_eq!(privacy::erase(&mut documents, person), 1);
/// assert_eq!(privacy::erase(&mut documents, person), 0);
/// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
/// ```
///
/// # References
/// UU 27/2022 arts. 8, 15 and 43: erasure, and its limits.
pub fn erase(documents: &mut Documents, person: PersonId) -> usize {
    retain(documents, Rows::All, |owner| owner != Some(person))
}

/// Takes out what an engine would score one person by; returns how many rows that were.
///
/// Evidence, scores, observations, demand and follow-ups go. Employment, seats, attendance,
/// learning hours and decisions stay: the person still counts and keeps what was decided.
///
/// ```
/// use bangkom_domain::id::PersonId;
/// use bangkom_domain::privacy::{self, Documents};
///
/// let person = PersonId::new(uuid::Uuid::from_u128(1));
/// assert_eq!(privacy::exclude(&mut Documents::default(), person), 0);
/// ```
///
/// # References
/// UU 27/2022 arts. 10 and 11: objection to automated decisions, restriction of processing.
pub fn exclude(documents: &mut Documents, person: PersonId) -> usize {
    retain(documents, Rows::Scored, |owner| owner != Some(person))
}
