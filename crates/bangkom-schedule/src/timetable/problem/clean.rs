use super::distinct::distinct;
use super::{Input, TimetableFinding as F, cycles, numbers, references, windows};
use crate::rules::timetable::{Rule, Setting};

/// The most slots of a timetable; slots are kept in 16 bits.
pub(super) const MOST_SLOTS: u32 = 65_000;

/// The largest weight whose sums stay far from overflow.
const MOST_WEIGHT: u32 = 1_000_000;

/// Sets aside what is wrong, so that what is left fits together, in an order of its own.
pub(super) fn clean(input: &mut Input, findings: &mut Vec<F>) {
    days(input, findings);
    windows::clean(input, findings);
    weights(input, findings);
    numbers::clean(input, findings);
    records(input, findings);
    numbers::records(input, findings);
    sessions(input, findings);
    references::clean(input, findings);
    cycles::clean(input, findings);
    if input.batches.iter().all(|batch| batch.sessions.is_empty()) {
        let batches = input.batches.len();
        findings.push(F::Empty { batches });
    }
}

fn days(input: &mut Input, findings: &mut Vec<F>) {
    distinct(
        &mut input.days,
        |day| day.date,
        |date| F::DayRepeated { date },
        findings,
    );
    input.days.retain(|day| {
        let possible = (1..=64).contains(&day.slots);
        if !possible {
            let (date, slots) = (day.date, day.slots);
            findings.push(F::DayLength { date, slots });
        }
        possible
    });
    let slots: u64 = input.days.iter().map(|day| u64::from(day.slots)).sum();
    if slots > u64::from(MOST_SLOTS) {
        let greatest = MOST_SLOTS;
        findings.push(F::TooManySlots { slots, greatest });
        let mut sum = 0;
        input.days.retain(|day| {
            sum += u32::from(day.slots);
            sum <= MOST_SLOTS
        });
    }
    if input.days.is_empty() {
        findings.push(F::NoDay { days: 0 });
    }
}

fn weights(input: &mut Input, findings: &mut Vec<F>) {
    let large: Vec<_> = input
        .rules
        .overrides()
        .filter(|(_, change)| change.setting.weight > MOST_WEIGHT)
        .map(|(rule, change)| (rule, change.clone()))
        .collect();
    for (rule, change) in large {
        findings.push(F::WeightTooLarge {
            rule: rule.id().to_owned(),
            weight: change.setting.weight,
        });
        let setting = Setting {
            weight: MOST_WEIGHT,
            ..change.setting
        };
        replace(input, rule, setting, change.because);
    }
}

fn replace(
    input: &mut Input,
    rule: Rule,
    setting: Setting,
    because: crate::rules::timetable::Reason,
) {
    let rules = std::mem::take(&mut input.rules);
    let kept = rules.clone();
    input.rules = rules.set(rule, setting, because).unwrap_or(kept);
}

fn records(input: &mut Input, findings: &mut Vec<F>) {
    distinct(
        &mut input.sites,
        |s| s.id.clone(),
        |site| F::SiteRepeated { site },
        findings,
    );
    distinct(
        &mut input.rooms,
        |r| r.id.clone(),
        |room| F::RoomRepeated { room },
        findings,
    );
    input.rooms.retain(|room| {
        let possible = room.capacity > 0 && room.at_once > 0;
        if !possible {
            findings.push(F::RoomCapacity {
                room: room.id.clone(),
            });
        }
        possible
    });
    let repeated = |instructor| F::InstructorRepeated { instructor };
    distinct(&mut input.instructors, |i| i.id.clone(), repeated, findings);
    distinct(
        &mut input.units,
        |u| u.id.clone(),
        |unit| F::UnitRepeated { unit },
        findings,
    );
    distinct(
        &mut input.people,
        |p| p.id,
        |person| F::PersonRepeated { person },
        findings,
    );
    let repeated = |cohort| F::CohortRepeated { cohort };
    distinct(&mut input.cohorts, |c| c.id.clone(), repeated, findings);
    distinct(
        &mut input.batches,
        |b| b.id.clone(),
        |batch| F::BatchRepeated { batch },
        findings,
    );
    let order = |a: &super::Booking, b: &super::Booking| {
        (a.window, &a.room, &a.instructor).cmp(&(b.window, &b.room, &b.instructor))
    };
    input.bookings.sort_by(order);
}

fn sessions(input: &mut Input, findings: &mut Vec<F>) {
    let mut ids: Vec<_> = input
        .batches
        .iter()
        .flat_map(|b| &b.sessions)
        .map(|s| s.id.clone())
        .collect();
    ids.sort();
    let mut repeated: Vec<_> = ids
        .windows(2)
        .filter(|p| p[0] == p[1])
        .map(|p| p[0].clone())
        .collect();
    repeated.dedup();
    for batch in &mut input.batches {
        batch.sessions.retain_mut(|session| {
            if session.slots == 0 {
                let session = session.id.clone();
                findings.push(F::SessionLength { session });
                return false;
            }
            let reversed =
                |gap: &super::Gap| gap.greatest_days.is_some_and(|most| most < gap.least_days);
            if session.gap.as_ref().is_some_and(reversed) {
                findings.push(F::GapReversed {
                    session: session.id.clone(),
                });
                session.gap = None;
            }
            repeated.binary_search(&session.id).is_err()
        });
    }
    findings.extend(
        repeated
            .into_iter()
            .map(|session| F::SessionRepeated { session }),
    );
}
