use std::collections::BTreeMap;

use bangkom_domain::id::PersonId;
use bangkom_domain::people::Employee;
use bangkom_domain::plan::{Batch, Session};

use super::PlanViolation as V;
use super::context::{At, Context, extent, slots};
use super::overlap::Occupied;

/// What holds over all the seats of a person: one seat a program, no clash, order, hours.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let mut seats = BTreeMap::<PersonId, Vec<&Batch>>::new();
    for batch in &context.plan.batches {
        for seat in &batch.seats {
            seats.entry(seat.person).or_default().push(batch);
        }
    }
    let mut occupied = Occupied::new();
    for (person, batches) in &mut seats {
        batches.sort_by(|a, b| (&a.program, &a.id).cmp(&(&b.program, &b.id)));
        batches.dedup_by(|a, b| a.id == b.id);
        for session in batches.iter().flat_map(|batch| &batch.sessions) {
            occupied.take(*person, &session.id, slots(session));
        }
        second_seats(*person, batches, found);
        prerequisites(context, *person, batches, found);
        training_slots(context, *person, batches, found);
        if let Some(employee) = context.inputs.roster.employee(*person) {
            hours(context, employee, batches, found);
        }
    }
    for clash in occupied.clashes() {
        found.push(V::PersonConflict {
            person: clash.member,
            first: clash.first.clone(),
            second: clash.second.clone(),
            day: clash.at.0,
            slot: clash.at.1,
        });
    }
}

fn second_seats(person: PersonId, batches: &[&Batch], found: &mut Vec<V>) {
    for group in batches.chunk_by(|a, b| a.program == b.program) {
        if group.len() > 1 {
            found.push(V::SecondSeat {
                program: group[0].program.clone(),
                person,
            });
        }
    }
}

fn training_slots(context: &Context<'_>, person: PersonId, batches: &[&Batch], found: &mut Vec<V>) {
    let limit = context.inputs.policy.training_slots.get(&person).copied();
    let sessions = batches.iter().flat_map(|batch| &batch.sessions);
    let slots: u32 = sessions.map(Session::slots).sum();
    if let Some(greatest) = limit.filter(|greatest| slots > *greatest) {
        found.push(V::TrainingSlots {
            person,
            slots,
            greatest,
        });
    }
}

fn prerequisites(context: &Context<'_>, person: PersonId, batches: &[&Batch], found: &mut Vec<V>) {
    for batch in batches {
        let (Some(program), Some((begin, _))) = (context.program(batch), extent(batch)) else {
            continue;
        };
        if context.was_frozen(batch) {
            continue;
        }
        for needed in &program.prerequisites {
            let earlier = batches.iter().any(|other| {
                other.program == *needed && extent(other).is_some_and(|(_, end)| end < begin)
            });
            let (day, _): At = begin;
            if !earlier && !context.accounts.has_certificate(person, needed, day) {
                found.push(V::Prerequisite {
                    batch: batch.id.clone(),
                    person,
                    program: needed.clone(),
                });
            }
        }
    }
}

fn hours(context: &Context<'_>, employee: &Employee, batches: &[&Batch], found: &mut Vec<V>) {
    let person = employee.id;
    let credited = |batch: &Batch, on| {
        let entries = context.accounts.entries(person);
        entries
            .iter()
            .any(|entry| entry.program.as_ref() == Some(&batch.program) && entry.date == on)
    };
    let ends: Vec<_> = batches
        .iter()
        .filter_map(|batch| {
            let on = extent(batch)?.1.0;
            let hours = context.program(batch)?.hours();
            (!credited(batch, on)).then_some((on, hours))
        })
        .collect();
    let mut over = Vec::new();
    for (duty, cap) in context.inputs.policy.caps() {
        for (on, _) in &ends {
            let window = duty.window.period(*on, employee.contract);
            let Some(window) = window.filter(|_| duty.concerns(employee.kind)) else {
                continue;
            };
            let planned: u32 = ends
                .iter()
                .filter(|(end, _)| window.contains(*end))
                .map(|(_, hours)| hours)
                .sum();
            if context
                .accounts
                .credited(person, window)
                .saturating_add(planned)
                > cap
            {
                over.push(V::HoursCap {
                    person,
                    year: window.into(),
                    cap,
                });
            }
        }
    }
    over.sort();
    over.dedup();
    found.extend(over);
}
