use std::collections::BTreeMap;

use super::calendars::{self, DayOf};
use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Subject, View};

/// One unit for each free slot that is missing between the last slot of a day and the first slot
/// of the next calendar day, for each person, cohort and instructor.
///
/// The free slots are those of the evening after the last taken slot and those of the morning
/// before the first. A day without a slot in between is rest enough.
pub(super) const RULE: Entry = hard(find);

/// A day of a calendar that has a limit on its nights.
struct Evening {
    name: String,
    least: u16,
    people: u64,
    taken: u64,
}

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut days = BTreeMap::new();
    let mut visit = |of: &DayOf<'_>| {
        if let Some(least) = of.limits.night {
            let evening = Evening {
                name: of.name.clone(),
                least,
                people: of.people,
                taken: of.taken,
            };
            days.insert((of.subjects.to_vec(), of.day), evening);
        }
    };
    calendars::of_people(view, &mut visit);
    calendars::of_instructors(view, &mut visit);
    for ((subjects, day), evening) in &days {
        if let Some(morning) = days.get(&(subjects.clone(), day + 1)) {
            night(view, *day, (evening, morning), subjects, found);
        }
    }
}

fn night(
    view: &View<'_>,
    day: usize,
    (evening, morning): (&Evening, &Evening),
    subjects: &[Subject],
    found: &mut Found<'_>,
) {
    let of = &view.problem.days()[day..day + 2];
    if of[0].date.succ_opt() != Some(of[1].date) {
        return;
    }
    let late = u32::from(of[0].slots) - (64 - evening.taken.leading_zeros());
    let free = late + morning.taken.trailing_zeros();
    let why = Breach::ShortNight {
        calendar: evening.name.clone(),
        date: of[1].date,
        slots: free,
        least: evening.least,
    };
    let missing = u64::from(u32::from(evening.least).saturating_sub(free));
    found.add(missing * evening.people, why, subjects.iter().cloned());
}
