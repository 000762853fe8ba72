use std::fmt::Display;

use super::{Avoid, Input, TimetableFinding as F, Window};

/// Sets aside windows that hold nothing.
pub(super) fn clean(input: &mut Input, findings: &mut Vec<F>) {
    for room in &mut input.rooms {
        retain(&mut room.closed, |w| *w, &room.id, findings);
    }
    for instructor in &mut input.instructors {
        let id = &instructor.id;
        retain(&mut instructor.contract, |w| *w, id, findings);
        retain(&mut instructor.unavailable, |w| *w, id, findings);
        retain(
            &mut instructor.avoid,
            |avoid: &Avoid| avoid.window,
            id,
            findings,
        );
    }
    for person in &mut input.people {
        retain(&mut person.unavailable, |w| *w, person.id, findings);
    }
    for batch in &mut input.batches {
        retain(&mut batch.unavailable, |w| *w, &batch.id, findings);
        retain(
            &mut batch.avoid,
            |avoid: &Avoid| avoid.window,
            &batch.id,
            findings,
        );
    }
    retain(
        &mut input.bookings,
        |booking| booking.window,
        "booking",
        findings,
    );
}

fn retain<T>(
    rows: &mut Vec<T>,
    window: impl Fn(&T) -> Window,
    record: impl Display,
    findings: &mut Vec<F>,
) {
    rows.retain(|row| {
        let Window { from, to } = window(row);
        let sound = from < to;
        if !sound {
            findings.push(F::WindowReversed {
                record: record.to_string(),
                from,
                to,
            });
        }
        sound
    });
}
