use super::calendars::{self, DayOf};
use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, View};

/// One unit for each slot beyond the longest run without a rest, for each person, cohort and
/// instructor.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut visit = |of: &DayOf<'_>| {
        let Some(greatest) = of.limits.run else {
            return;
        };
        let runs = calendars::runs(of.taken);
        let above = runs
            .iter()
            .map(|run| run.saturating_sub(u32::from(greatest)));
        let why = Breach::NoRest {
            calendar: of.name.clone(),
            date: view.problem.days()[of.day].date,
            slots: runs.iter().copied().max().unwrap_or(0),
            greatest,
        };
        let units = u64::from(above.sum::<u32>()) * of.people;
        found.add(units, why, of.subjects.iter().cloned());
    };
    calendars::of_people(view, &mut visit);
    calendars::of_instructors(view, &mut visit);
}
