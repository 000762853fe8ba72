use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Placed, View};

/// One unit for each pair of sessions in the wrong order, and for each wrong distance.
///
/// Distances count calendar days from the last day of a session to the first day of the next
/// session of the batch; a gap implies the order. A pair in the wrong order has no distance.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for index in view.batches() {
        let batch = &view.problem.batches()[index];
        for pair in batch.sessions.windows(2) {
            let ordered = batch.in_order || pair[1].gap.is_some();
            if let (Some(first), Some(second)) = (view.of(&pair[0].id), view.of(&pair[1].id)) {
                if ordered && !in_order(first, second, found) {
                    continue;
                }
                distance(view, first, second, found);
            }
        }
        for before in view.problem.before(index) {
            for first in view.of_batch(before) {
                for second in view.of_batch(index) {
                    in_order(first, second, found);
                }
            }
        }
    }
}

fn in_order(first: &Placed<'_>, second: &Placed<'_>, found: &mut Found<'_>) -> bool {
    let holds = first.slots.end <= second.slots.start;
    let why = Breach::Order {
        first: first.session.id.clone(),
        second: second.session.id.clone(),
    };
    found.add(u64::from(!holds), why, [first.subject(), second.subject()]);
    holds
}

fn distance(view: &View<'_>, first: &Placed<'_>, second: &Placed<'_>, found: &mut Found<'_>) {
    let Some(gap) = second.session.gap else {
        return;
    };
    if first.slots.is_empty() || second.slots.is_empty() {
        return;
    }
    let date = |slot| view.problem.date_of(slot);
    let days = (date(second.slots.start) - date(first.slots.end - 1)).num_days();
    let late = gap.greatest_days.is_some_and(|most| days > i64::from(most));
    let wrong = days < i64::from(gap.least_days) || late;
    let why = Breach::Distance {
        first: first.session.id.clone(),
        second: second.session.id.clone(),
        days,
    };
    found.add(u64::from(wrong), why, [first.subject(), second.subject()]);
}
