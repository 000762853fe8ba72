use super::found::Found;
use super::rule::{Entry, off};
use super::{Breach, Level, Rule, Subject, View};

/// One unit for every 100,000 rupiah of the fee for a session, rounded down.
///
/// Ignored by default.
pub(super) const RULE: Entry = off(Level::Quality, 1, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in view.under(Rule::Fee) {
        for instructor in &placed.instructors {
            let units = instructor.fee_units(placed.session.slots);
            let why = Breach::Paid {
                session: placed.session.id.clone(),
                instructor: instructor.id.clone(),
                units,
            };
            let subjects = [placed.subject(), Subject::Instructor(instructor.id.clone())];
            found.add(units, why, subjects);
        }
    }
}
