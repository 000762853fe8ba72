use std::collections::BTreeMap;

use bangkom_domain::id::FundId;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::Batch;
use bangkom_domain::program::Program;

use super::PlanViolation as V;
use super::context::Context;

/// Batches state what they cost, and their funds can pay.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let mut spent = BTreeMap::<&FundId, Rupiah>::new();
    for batch in &context.plan.batches {
        let Some(program) = context.program(batch) else {
            continue;
        };
        let computed = cost(context, batch, program);
        let total = spent.entry(&program.cost.fund).or_default();
        *total = *total + computed;
        if batch.cost != computed {
            found.push(V::WrongCost {
                batch: batch.id.clone(),
                stated: batch.cost,
                computed,
            });
        }
    }
    for (fund, cost) in spent {
        let held = context
            .inputs
            .resources
            .funds
            .iter()
            .find(|f| f.id == *fund);
        let amount = held.map_or(Rupiah::ZERO, |fund| fund.amount.max(Rupiah::ZERO));
        if cost > amount {
            found.push(V::Overspent {
                fund: fund.clone(),
                cost,
                amount,
            });
        }
    }
}

/// What a batch costs: for itself, its seats, and the slots of its rooms and instructors.
fn cost(context: &Context<'_>, batch: &Batch, program: &Program) -> Rupiah {
    let seats = program.cost.per_seat.times(batch.seats.len() as u32);
    let sessions: Rupiah = batch
        .sessions
        .iter()
        .map(|session| {
            let room = session
                .room
                .as_ref()
                .and_then(|room| context.rooms.get(room));
            let room = room.map_or(Rupiah::ZERO, |room| room.cost_per_slot);
            let fees: Rupiah = session
                .instructors
                .iter()
                .filter_map(|id| context.instructors.get(id))
                .map(|person| person.fee_per_slot)
                .sum();
            (room + fees).times(session.slots())
        })
        .sum();
    program.cost.per_batch + seats + sessions
}
