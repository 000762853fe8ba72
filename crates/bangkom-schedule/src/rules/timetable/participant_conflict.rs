use super::found::Found;
use super::rule::{Entry, fixed};
use super::{Breach, View};

/// One unit for each pair of overlapping sessions of one batch, or of batches that share people.
pub(super) const RULE: Entry = fixed(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    let mut by_start: Vec<_> = view.placed.iter().collect();
    by_start.sort_by_key(|placed| placed.slots.start);
    for (index, first) in by_start.iter().enumerate() {
        let later = by_start[index + 1..].iter();
        for second in later.take_while(|second| second.slots.start < first.slots.end) {
            let same = first.batch_index == second.batch_index;
            let shared = same
                || view
                    .problem
                    .share_people(first.batch_index, second.batch_index);
            if shared && first.overlaps(second) {
                let why = Breach::PeopleTaken {
                    first: first.session.id.clone(),
                    second: second.session.id.clone(),
                    slot: second.slots.start,
                };
                found.add(1, why, [first.subject(), second.subject()]);
            }
        }
    }
}
