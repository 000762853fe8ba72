use std::collections::BTreeMap;

use bangkom_domain::id::InstructorId;
use bangkom_domain::plan::Plan;
use chrono::NaiveDate;

/// The slots between the first and the last that an instructor teaches in a day, and does not.
pub(super) fn slots(plan: &Plan) -> i64 {
    let mut taught = BTreeMap::<(&InstructorId, NaiveDate), (u8, u8, i64)>::new();
    let sessions = plan.batches.iter().flat_map(|batch| &batch.sessions);
    for session in sessions {
        for (who, span) in session
            .instructors
            .iter()
            .flat_map(|who| session.times.iter().map(move |span| (who, span)))
        {
            let end = span.first.saturating_add(span.count);
            let day = taught
                .entry((who, span.date))
                .or_insert((span.first, end, 0));
            *day = (
                day.0.min(span.first),
                day.1.max(end),
                day.2 + i64::from(span.count),
            );
        }
    }
    let idle = taught
        .values()
        .map(|(first, end, taught)| i64::from(end - first) - taught);
    idle.map(|slots| slots.max(0)).sum()
}
