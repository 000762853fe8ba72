use super::calendars::{self, DayOf};
use super::found::Found;
use super::rule::{Entry, soft};
use super::{Breach, Level, View};

/// One unit for each slot of a cohort or person that has no neighbour on its day.
///
/// # References
/// Curriculum compactness of ITC-2007 track 3 (Di Gaspero and others 2007).
pub(super) const RULE: Entry = soft(Level::Quality, 2, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    calendars::of_people(view, |of: &DayOf<'_>| {
        let alone = of.taken & !(of.taken << 1) & !(of.taken >> 1);
        let why = Breach::Isolated {
            calendar: of.name.clone(),
            date: view.problem.days()[of.day].date,
            slots: alone.count_ones(),
        };
        let units = u64::from(alone.count_ones()) * of.people;
        found.add(units, why, of.subjects.iter().cloned());
    });
}
