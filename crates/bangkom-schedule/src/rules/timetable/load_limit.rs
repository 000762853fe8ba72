use super::rule::{Entry, hard};
use super::{Breach, Found, Subject, View};

/// One unit for each slot that an instructor teaches beyond the limit of the whole timetable.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for instructor in view.problem.instructors() {
        if let Some(greatest) = instructor.max_slots {
            let slots = view.load_of(&instructor.id);
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
