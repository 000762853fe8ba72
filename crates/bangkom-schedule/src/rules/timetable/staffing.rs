use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Subject, View};
use crate::timetable::problem::Venue;

/// One unit for each person of a unit who is away on a day beyond what the unit can spare.
///
/// Away is who has a session on the day that is not at the place of work. What a unit can spare
/// is the least of its share of the headcount and of the headcount less the staff on duty; on a
/// blackout day nobody.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut away = BTreeMap::<_, BTreeSet<_>>::new();
    for placed in &view.placed {
        if placed.session.venue == Venue::Workplace {
            continue;
        }
        let days: BTreeSet<_> = placed
            .slots
            .clone()
            .map(|slot| view.problem.day_of(slot))
            .collect();
        for person in view.problem.people_of(placed.batch_index) {
            if let Some(unit) = &person.unit {
                for day in &days {
                    away.entry((unit, *day)).or_default().insert(person.id);
                }
            }
        }
    }
    for ((unit, day), people) in away {
        let date = view.problem.days()[day].date;
        if let Some(cap) = view.problem.unit(unit).and_then(|unit| unit.cap_on(date)) {
            let gone = people.len() as u64;
            let why = Breach::Away {
                unit: unit.clone(),
                date,
                away: gone,
                cap,
            };
            let subjects = people.into_iter().map(Subject::Person);
            let subjects = subjects.chain([Subject::Unit(unit.clone())]);
            found.add(gone.saturating_sub(u64::from(cap)), why, subjects);
        }
    }
}
