use super::found::Found;
use super::rule::{Entry, hard};
use super::{Breach, Rule, Subject, View};
use crate::timetable::problem::Venue;

/// One unit for each feature that a session needs and its room lacks.
pub(super) const RULE: Entry = hard(find);

fn find(view: &View<'_>, found: &mut Found<'_>) {
    for placed in view.under(Rule::Features) {
        if let (Some(room), Venue::Room(needed)) = (placed.room, &placed.session.venue) {
            let missing = needed.difference(&room.features).cloned();
            let why = Breach::FeatureMissing {
                session: placed.session.id.clone(),
                room: room.id.clone(),
                features: missing.clone().collect(),
            };
            let subjects = [placed.subject(), Subject::Room(room.id.clone())];
            found.add(missing.count() as u64, why, subjects);
        }
    }
}
