use super::found::Found;
use super::rule::{Entry, off};
use super::{Breach, Level, Subject, View, load};

/// One unit for each slot that an instructor teaches beyond a fair share.
///
/// The fair share is the number of slots that need instructors, each as often as it needs some,
/// divided by the number of
/// instructors who are qualified for anything, rounded up. Ignored by default.
pub(super) const RULE: Entry = off(Level::Quality, 1, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let fair = view.problem.fair_share();
    for (id, (_, sessions)) in view.by_instructor() {
        let slots = load(&sessions);
        let why = Breach::Uneven {
            instructor: id.clone(),
            slots,
            fair,
        };
        let subjects = [Subject::Instructor(id.clone())];
        found.add(slots.saturating_sub(fair), why, subjects);
    }
}
