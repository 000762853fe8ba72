use std::collections::BTreeSet;

use super::found::Found;
use super::rule::{Entry, soft};
use super::{Breach, Level, Subject, View};

/// One unit for each day that a batch has less than it should be spread over.
///
/// # References
/// Minimum working days of ITC-2007 track 3 (Di Gaspero and others 2007).
pub(super) const RULE: Entry = soft(Level::Quality, 5, find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for index in view.batches() {
        let batch = &view.problem.batches()[index];
        let slots = view.of_batch(index).flat_map(|placed| placed.slots.clone());
        let days: BTreeSet<_> = slots.map(|slot| view.problem.day_of(slot)).collect();
        let why = Breach::FewDays {
            batch: batch.id.clone(),
            days: days.len() as u64,
            least: batch.min_days,
        };
        let missing = u64::from(batch.min_days).saturating_sub(days.len() as u64);
        found.add(missing, why, [Subject::Batch(batch.id.clone())]);
    }
}
