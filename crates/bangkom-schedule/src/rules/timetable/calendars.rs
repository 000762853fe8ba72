use std::collections::{BTreeMap, BTreeSet};

use super::{Placed, Subject, View};
use crate::timetable::problem::DayLimits;

/// The slots of one calendar on one day.
pub(super) struct DayOf<'a> {
    pub(super) name: String,
    pub(super) limits: DayLimits,
    /// How many people the calendar stands for; a cohort and an instructor stand for one.
    pub(super) people: u64,
    pub(super) day: usize,
    /// A bit for each slot of the day that is taken.
    pub(super) taken: u64,
    pub(super) subjects: &'a [Subject],
}

/// Visits each day of each calendar of people.
pub(super) fn of_people(view: &View<'_>, mut visit: impl FnMut(&DayOf<'_>)) {
    let of_batches = view
        .batches()
        .flat_map(|batch| view.problem.calendars_of(batch));
    let all: BTreeSet<_> = of_batches.collect();
    for calendar in all.into_iter().map(|at| &view.problem.calendars()[*at]) {
        let placed = calendar
            .batches
            .iter()
            .flat_map(|batch| view.of_batch(*batch));
        for (day, taken) in days(view, placed) {
            visit(&DayOf {
                name: calendar.name.clone(),
                limits: calendar.limits,
                people: u64::from(calendar.people),
                day,
                taken,
                subjects: &calendar.subjects,
            });
        }
    }
}

/// Visits each day of each instructor.
pub(super) fn of_instructors(view: &View<'_>, mut visit: impl FnMut(&DayOf<'_>)) {
    for (id, (instructor, sessions)) in view.by_instructor() {
        let subjects = [Subject::Instructor(id.clone())];
        for (day, taken) in days(view, sessions.into_iter()) {
            visit(&DayOf {
                name: id.to_string(),
                limits: instructor.limits,
                people: 1,
                day,
                taken,
                subjects: &subjects,
            });
        }
    }
}

fn days<'v, 'p: 'v>(
    view: &View<'_>,
    placed: impl Iterator<Item = &'v Placed<'p>>,
) -> BTreeMap<usize, u64> {
    let mut days = BTreeMap::new();
    for slot in placed.flat_map(|placed| placed.slots.clone()) {
        let day = view.problem.day_of(slot);
        *days.entry(day).or_insert(0) |= 1 << (slot - view.problem.first_of(day));
    }
    days
}

/// The lengths of the runs of taken slots.
pub(super) fn runs(taken: u64) -> Vec<u32> {
    let mut runs = Vec::new();
    let mut rest = taken;
    while rest != 0 {
        rest >>= rest.trailing_zeros();
        let length = rest.trailing_ones();
        runs.push(length);
        rest = rest.checked_shr(length).unwrap_or(0);
    }
    runs
}
