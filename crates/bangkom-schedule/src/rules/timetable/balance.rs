use super::rule::{Entry, off};
use super::{Breach, Found, Level, Subject, View};

/// One unit for each slot that an instructor teaches beyond a fair share.
///
/// The fair share is the number of slots that need an instructor, divided by the number of
/// instructors who are qualified for anything, rounded up. Ignored by default.
pub(super) const RULE: Entry = off(Level::Quality, 1, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let fair = view.problem.fair_share();
    for instructor in view.problem.instructors() {
        let slots = view.load_of(&instructor.id);
        let why = Breach::Uneven {
            instructor: instructor.id.clone(),
            slots,
            fair,
        };
        let subjects = [Subject::Instructor(instructor.id.clone())];
        found.add(slots.saturating_sub(fair), why, subjects);
    }
}
