use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::PersonId;
use bangkom_domain::people::Employee;
use bangkom_domain::plan::Batch;
use chrono::NaiveDate;

use super::PlanViolation as V;
use super::context::{Context, days, extent};

/// Each seat is asked for, not decided against, needed in time, and its holder can come.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    for batch in &context.plan.batches {
        let all: BTreeSet<NaiveDate> = batch.sessions.iter().flat_map(days).collect();
        for seat in &batch.seats {
            claim(context, batch, seat.person, found);
            present(context, batch, seat.person, &all, found);
        }
    }
}

fn claim(context: &Context<'_>, batch: &Batch, person: PersonId, found: &mut Vec<V>) {
    let id = || batch.id.clone();
    let before = context.stood_before(batch, person);
    let frozen = before && context.was_frozen(batch);
    let row = context.demand.get(&(person, &batch.program));
    if row.is_none() && !before {
        found.push(V::SeatWithoutDemand {
            batch: id(),
            person,
        });
    }
    if !frozen && context.decided.forbids(person, &batch.program).is_some() {
        found.push(V::AgainstDecision {
            batch: id(),
            person,
        });
    }
    if !frozen && completed(context, batch, person) {
        found.push(V::AlreadyCompleted {
            batch: id(),
            person,
        });
    }
    let needed_by = row.and_then(|row| row.needed_by);
    let end = extent(batch).map(|(_, end)| end.0);
    if let (Some(needed_by), Some(end)) = (needed_by, end)
        && end > needed_by
        && !frozen
    {
        found.push(V::NeededEarlier {
            batch: id(),
            person,
            needed_by,
        });
    }
}

fn completed(context: &Context<'_>, batch: &Batch, person: PersonId) -> bool {
    let last = context.inputs.resources.horizon.last();
    context.accounts.entries(person).iter().any(|entry| {
        entry.program.as_ref() == Some(&batch.program)
            && entry.valid_until.is_none_or(|until| until >= last)
    })
}

fn present(
    context: &Context<'_>,
    batch: &Batch,
    person: PersonId,
    days: &BTreeSet<NaiveDate>,
    found: &mut Vec<V>,
) {
    let Some(employee) = context.inputs.roster.employee(person) else {
        return;
    };
    for day in days.iter().copied().filter(|day| !can_come(employee, *day)) {
        found.push(V::PersonUnavailable {
            batch: batch.id.clone(),
            person,
            day,
        });
    }
}

/// Whether the person can be assigned on the day.
pub(super) fn can_come(employee: &Employee, day: NaiveDate) -> bool {
    employee.unavailable(Period::day(day)).is_empty()
}
