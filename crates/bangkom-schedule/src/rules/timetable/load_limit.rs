use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Subject, View, load};

/// One unit for each slot that an instructor teaches beyond the limit of the whole timetable.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for (instructor, sessions) in view.by_instructor().into_values() {
        if let Some(greatest) = instructor.max_slots {
            let slots = load(&sessions);
            let why = Breach::Overloaded {
                instructor: instructor.id.clone(),
                slots,
                greatest,
            };
            let above = slots.saturating_sub(u64::from(greatest));
            found.add(above, why, [Subject::Instructor(instructor.id.clone())]);
        }
    }
}
