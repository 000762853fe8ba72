use super::calendars::{self, DayOf};
use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, View};

/// One unit for each slot of a day above the limit, for each person, cohort and instructor.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut visit = |of: &DayOf<'_>| {
        let Some(greatest) = of.limits.slots else {
            return;
        };
        let slots = of.taken.count_ones();
        let why = Breach::DayFull {
            calendar: of.name.clone(),
            date: view.problem.days()[of.day].date,
            slots,
            greatest,
        };
        let above = slots.saturating_sub(u32::from(greatest));
        found.add(
            u64::from(above) * of.people,
            why,
            of.subjects.iter().cloned(),
        );
    };
    calendars::of_people(view, &mut visit);
    calendars::of_instructors(view, &mut visit);
}
