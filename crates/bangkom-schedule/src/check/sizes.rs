use std::collections::BTreeMap;

use bangkom_domain::id::{ProgramId, UnitId};
use bangkom_domain::plan::Batch;
use bangkom_domain::program::Program;

use super::PlanViolation as V;
use super::context::Context;

/// Batches are neither too small, too large, too many nor too little mixed.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let mut batches = BTreeMap::<&ProgramId, (u32, &Program)>::new();
    for batch in &context.plan.batches {
        let Some(program) = context.program(batch) else {
            continue;
        };
        batches.entry(&batch.program).or_insert((0, program)).0 += 1;
        size(batch, program, found);
        mixing(context, batch, program, found);
    }
    for (id, (batches, program)) in batches {
        let greatest = program.limits.max_batches;
        if batches > u32::from(greatest) {
            found.push(V::TooManyBatches {
                program: id.clone(),
                batches,
                greatest,
            });
        }
    }
}

fn size(batch: &Batch, program: &Program, found: &mut Vec<V>) {
    let seats = batch.seats.len() as u32;
    let (least, greatest) = (program.limits.min_seats, program.limits.max_seats);
    if seats < u32::from(least) || seats == 0 {
        found.push(V::TooFewSeats {
            batch: batch.id.clone(),
            seats,
            least: least.max(1),
        });
    }
    if seats > u32::from(greatest) {
        found.push(V::TooManySeats {
            batch: batch.id.clone(),
            seats,
            greatest,
        });
    }
}

fn mixing(context: &Context<'_>, batch: &Batch, program: &Program, found: &mut Vec<V>) {
    let mut units = BTreeMap::<&UnitId, u32>::new();
    for seat in &batch.seats {
        if let Some(employee) = context.inputs.roster.employee(seat.person) {
            *units.entry(&employee.unit).or_default() += 1;
        }
    }
    let share = program.limits.max_one_unit;
    let all = batch.seats.len() as u64;
    for (unit, seats) in &units {
        if u64::from(*seats) * 1_000 > all * u64::from(share.get()) {
            found.push(V::UnitShare {
                batch: batch.id.clone(),
                unit: (*unit).clone(),
                seats: *seats,
                share,
            });
        }
    }
    let least = program.limits.min_units;
    if (units.len() as u32) < u32::from(least) {
        found.push(V::TooFewUnits {
            batch: batch.id.clone(),
            units: units.len() as u32,
            least,
        });
    }
}
