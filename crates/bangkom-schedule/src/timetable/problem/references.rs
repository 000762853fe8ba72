use std::collections::BTreeSet;
use std::fmt::Display;

use bangkom_domain::id::{InstructorId, PersonId, SiteId};

use super::{Batch, Input, TimetableFinding as F};

/// Sets aside references to what is not there, and what is named twice in a list.
pub(super) fn clean(input: &mut Input, findings: &mut Vec<F>) {
    sites(input, findings);
    units(input, findings);
    let people: BTreeSet<PersonId> = input.people.iter().map(|person| person.id).collect();
    for cohort in &mut input.cohorts {
        known_people(&mut cohort.people, &people, &cohort.id, findings);
    }
    let cohorts: BTreeSet<_> = input
        .cohorts
        .iter()
        .map(|cohort| cohort.id.clone())
        .collect();
    let batches: BTreeSet<_> = input.batches.iter().map(|batch| batch.id.clone()).collect();
    let teachers: BTreeSet<_> = input.instructors.iter().map(|i| i.id.clone()).collect();
    for batch in &mut input.batches {
        known_people(&mut batch.people, &people, &batch.id, findings);
        let id = batch.id.clone();
        let unknown = |cohort| F::CohortUnknown {
            batch: id.clone(),
            cohort,
        };
        known(&mut batch.cohorts, &cohorts, unknown, findings);
        let unknown = |after| F::BatchUnknown {
            batch: id.clone(),
            after,
        };
        known(&mut batch.after, &batches, unknown, findings);
        let unknown = |instructor| unknown_instructor(&id, instructor);
        known(&mut batch.instructors, &teachers, unknown, findings);
    }
    bookings(input, &people, &teachers, findings);
    idle_instructors(input, findings);
}

fn sites(input: &mut Input, findings: &mut Vec<F>) {
    let sites: BTreeSet<SiteId> = input.sites.iter().map(|site| site.id.clone()).collect();
    let mut check = |site: &mut Option<SiteId>, record: String| {
        if let Some(unknown) = site.take_if(|site| !sites.contains(site)) {
            findings.push(F::SiteUnknown {
                record,
                site: unknown,
            });
        }
    };
    for room in &mut input.rooms {
        check(&mut room.site, room.id.to_string());
    }
    for unit in &mut input.units {
        check(&mut unit.site, unit.id.to_string());
    }
}

fn units(input: &mut Input, findings: &mut Vec<F>) {
    let units: BTreeSet<_> = input.units.iter().map(|unit| unit.id.clone()).collect();
    for person in &mut input.people {
        if let Some(unit) = person.unit.take_if(|unit| !units.contains(unit)) {
            let person = person.id;
            findings.push(F::UnitUnknown { person, unit });
        }
    }
}

fn bookings(
    input: &mut Input,
    people: &BTreeSet<PersonId>,
    teachers: &BTreeSet<InstructorId>,
    findings: &mut Vec<F>,
) {
    let rooms: BTreeSet<_> = input.rooms.iter().map(|room| room.id.clone()).collect();
    for booking in &mut input.bookings {
        known_people(&mut booking.people, people, "booking", findings);
        if let Some(room) = booking.room.take_if(|room| !rooms.contains(room)) {
            let record = "booking".to_owned();
            findings.push(F::RoomUnknown { record, room });
        }
        if let Some(who) = booking.instructor.take_if(|who| !teachers.contains(who)) {
            findings.push(unknown_instructor("booking", who));
        }
    }
}

fn idle_instructors(input: &Input, findings: &mut Vec<F>) {
    let named: BTreeSet<_> = input
        .batches
        .iter()
        .flat_map(|batch: &Batch| &batch.instructors)
        .collect();
    for instructor in &input.instructors {
        if !named.contains(&instructor.id) {
            let instructor = instructor.id.clone();
            findings.push(F::QualifiedForNothing { instructor });
        }
    }
}

fn unknown_instructor(record: impl Display, instructor: InstructorId) -> F {
    let record = record.to_string();
    F::InstructorUnknown { record, instructor }
}

fn known_people(
    list: &mut Vec<PersonId>,
    people: &BTreeSet<PersonId>,
    record: impl Display,
    findings: &mut Vec<F>,
) {
    let unknown = |person| F::PersonUnknown {
        record: record.to_string(),
        person,
    };
    known(list, people, unknown, findings);
}

/// Keeps the ids that are known, each once, in order.
fn known<T: Ord + Clone>(
    list: &mut Vec<T>,
    all: &BTreeSet<T>,
    unknown: impl Fn(T) -> F,
    findings: &mut Vec<F>,
) {
    list.sort();
    list.dedup();
    list.retain(|id| {
        let is_known = all.contains(id);
        if !is_known {
            findings.push(unknown(id.clone()));
        }
        is_known
    });
}
