use bangkom_domain::measure::Rupiah;

use super::{Avoid, Input, Need, TimetableFinding as F};

/// The largest number of people, kilometres or points whose sums stay far from overflow.
const MOST: u32 = 1_000_000;

/// The largest fee for one slot.
const MOST_FEE: i64 = 1_000_000_000_000;

/// The most rooms, and instructors; they are numbered in 16 bits, with the uses of shared rooms.
const MOST_RECORDS: usize = 60_000;

/// Sets aside the last of too many rooms or instructors, which are in the order of their codes.
pub(super) fn records(input: &mut Input, findings: &mut Vec<F>) {
    few(&mut input.rooms, "rooms", findings);
    few(&mut input.instructors, "instructors", findings);
    let mut uses = 0;
    input.rooms.retain(|room| {
        uses += usize::from(room.at_once);
        uses <= MOST_RECORDS
    });
    if uses > MOST_RECORDS {
        findings.push(too_large(
            "rooms",
            "at_once",
            uses as u64,
            MOST_RECORDS as u64,
        ));
    }
}

fn few<T>(records: &mut Vec<T>, name: &str, findings: &mut Vec<F>) {
    if records.len() > MOST_RECORDS {
        let given = records.len() as u64;
        findings.push(too_large(name, "count", given, MOST_RECORDS as u64));
        records.truncate(MOST_RECORDS);
    }
}

/// Replaces numbers that are too large to be added up by the largest that are not.
pub(super) fn clean(input: &mut Input, findings: &mut Vec<F>) {
    for instructor in &mut input.instructors {
        let record = instructor.id.to_string();
        avoided(&mut instructor.avoid, &record, findings);
        let fee = instructor.fee.amount();
        if fee > MOST_FEE {
            instructor.fee = Rupiah::new(MOST_FEE);
            findings.push(too_large(&record, "fee", fee as u64, MOST_FEE as u64));
        }
    }
    for batch in &mut input.batches {
        let record = batch.id.to_string();
        avoided(&mut batch.avoid, &record, findings);
        if let Some(seats) = &mut batch.seats {
            limit(seats, &record, "seats", findings);
        }
        for session in &mut batch.sessions {
            if let Need::Value(points) = &mut session.need {
                limit(points, session.id.as_str(), "value", findings);
            }
        }
    }
}

fn avoided(avoid: &mut [Avoid], record: &str, findings: &mut Vec<F>) {
    for avoid in avoid {
        limit(&mut avoid.cost, record, "cost", findings);
    }
}

fn limit(number: &mut u32, record: &str, field: &str, findings: &mut Vec<F>) {
    if *number > MOST {
        findings.push(too_large(
            record,
            field,
            u64::from(*number),
            u64::from(MOST),
        ));
        *number = MOST;
    }
}

fn too_large(record: &str, field: &str, given: u64, greatest: u64) -> F {
    F::NumberTooLarge {
        record: record.to_owned(),
        field: field.to_owned(),
        given,
        greatest,
    }
}
