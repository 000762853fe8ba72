use std::collections::{BTreeMap, BTreeSet};

use super::problem::Index;
use super::{DayLimits, Input};
use crate::rules::timetable::Subject;

/// People of one unit who attend the same batches under the same limits.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// Indices of people.
    pub(crate) people: Vec<usize>,
    /// Index of a unit.
    pub(crate) unit: Option<usize>,
    /// Indices of batches, in order.
    pub(crate) batches: Vec<usize>,
    limits: DayLimits,
}

/// Days that are looked at as a whole: those of a cohort, or of people who attend on their own.
///
/// People whose batches are just those of one cohort, without limits of their own, are
/// represented by the cohort.
#[derive(Debug, Clone)]
pub(crate) struct Calendar {
    /// How it is named in texts.
    pub(crate) name: String,
    /// The cohort, or the people.
    pub(crate) subjects: Vec<Subject>,
    /// How many people count: one for a cohort.
    pub(crate) people: u32,
    /// Indices of batches, in order.
    pub(crate) batches: Vec<usize>,
    pub(crate) limits: DayLimits,
}

/// The people of each batch, with those of its cohorts.
pub(super) fn people(input: &Input, index: &Index) -> Vec<BTreeSet<usize>> {
    let of = |batch: &super::Batch| {
        let cohorts = batch
            .cohorts
            .iter()
            .map(|id| &input.cohorts[index.cohorts[id]]);
        let through = cohorts.flat_map(|cohort| &cohort.people);
        batch
            .people
            .iter()
            .chain(through)
            .map(|id| index.people[id])
            .collect()
    };
    input.batches.iter().map(of).collect()
}

pub(super) fn groups(input: &Input, index: &Index, people: &[BTreeSet<usize>]) -> Vec<Group> {
    let mut batches = vec![Vec::new(); input.people.len()];
    for (batch, members) in people.iter().enumerate() {
        for person in members {
            batches[*person].push(batch);
        }
    }
    let mut groups = BTreeMap::<_, Vec<usize>>::new();
    for (person, batches) in batches.into_iter().enumerate() {
        if !batches.is_empty() {
            let record = &input.people[person];
            let unit = record.unit.as_ref().map(|id| index.units[id]);
            groups
                .entry((batches, unit, record.limits))
                .or_default()
                .push(person);
        }
    }
    let group = |((batches, unit, limits), people)| Group {
        people,
        unit,
        batches,
        limits,
    };
    groups.into_iter().map(group).collect()
}

pub(super) fn calendars(input: &Input, groups: &[Group]) -> Vec<Calendar> {
    let mut of_cohorts = BTreeMap::new();
    for (batch, record) in input.batches.iter().enumerate() {
        for cohort in &record.cohorts {
            of_cohorts
                .entry(cohort)
                .or_insert_with(Vec::new)
                .push(batch);
        }
    }
    let mut calendars: Vec<Calendar> = Vec::new();
    for cohort in &input.cohorts {
        if let Some(batches) = of_cohorts.get(&cohort.id) {
            calendars.push(Calendar {
                name: cohort.id.to_string(),
                subjects: vec![Subject::Cohort(cohort.id.clone())],
                people: 1,
                batches: batches.clone(),
                limits: cohort.limits,
            });
        }
    }
    let represented: BTreeSet<_> = calendars.iter().map(|c| c.batches.clone()).collect();
    for group in groups {
        let own = group.limits != DayLimits::default() || !represented.contains(&group.batches);
        if own {
            calendars.push(of_group(input, group));
        }
    }
    calendars
}

fn of_group(input: &Input, group: &Group) -> Calendar {
    let ids = group.people.iter().map(|person| input.people[*person].id);
    let more = group.people.len() - 1;
    let first = input.people[group.people[0]].id;
    let name = if more == 0 {
        first.to_string()
    } else {
        format!("{first} +{more}")
    };
    Calendar {
        name,
        subjects: ids.map(Subject::Person).collect(),
        people: group.people.len() as u32,
        batches: group.batches.clone(),
        limits: group.limits,
    }
}

/// The calendars of each batch.
pub(super) fn of_batches(batches: usize, calendars: &[Calendar]) -> Vec<Vec<usize>> {
    let mut of = vec![Vec::new(); batches];
    for (index, calendar) in calendars.iter().enumerate() {
        for batch in &calendar.batches {
            of[*batch].push(index);
        }
    }
    of
}

/// The batches that share people, or a cohort, with each batch.
pub(super) fn sharing(
    batches: usize,
    groups: &[Group],
    calendars: &[Calendar],
) -> Vec<BTreeSet<usize>> {
    let mut sharing = vec![BTreeSet::new(); batches];
    let lists = groups.iter().map(|group| &group.batches);
    let lists: BTreeSet<_> = lists.chain(calendars.iter().map(|c| &c.batches)).collect();
    for list in lists {
        for first in list {
            sharing[*first].extend(list.iter().filter(|second| *second != first));
        }
    }
    sharing
}
