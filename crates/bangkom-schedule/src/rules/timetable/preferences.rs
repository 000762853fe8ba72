use super::found::Found;
use super::rule::{Entry, soft};
use super::{Breach, Level, Placed, Rule, Subject, View};
use crate::timetable::problem::Avoid;

/// The cost of each slot of a session that its batch or its instructor would rather avoid.
pub(super) const RULE: Entry = soft(Level::Quality, 1, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in view.under(Rule::Preferences) {
        let cost = cost(placed, &placed.batch.avoid);
        let session = || placed.session.id.clone();
        found.add(
            cost,
            Breach::Unwelcome {
                session: session(),
                cost,
            },
            [placed.subject()],
        );
        for instructor in &placed.instructors {
            let cost = self::cost(placed, &instructor.avoid);
            let why = Breach::UnwelcomeTo {
                session: session(),
                instructor: instructor.id.clone(),
                cost,
            };
            let subjects = [placed.subject(), Subject::Instructor(instructor.id.clone())];
            found.add(cost, why, subjects);
        }
    }
}

fn cost(placed: &Placed<'_>, avoid: &[Avoid]) -> u64 {
    let of = |avoid: &Avoid| placed.within(&[avoid.window]) * u64::from(avoid.cost);
    avoid.iter().map(of).sum()
}
