use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{PersonId, ProgramId, UnitId};
use bangkom_domain::plan::Plan;

use crate::problem::Inputs;

/// Minus the mandatory claims without a seat, and the value of all claims with one.
pub(super) fn levels(inputs: &Inputs<'_>, plan: &Plan) -> (i64, i64) {
    let seats: BTreeSet<(PersonId, &ProgramId)> = plan
        .batches
        .iter()
        .flat_map(|batch| batch.seats.iter().map(|seat| (seat.person, &batch.program)))
        .collect();
    let rows: BTreeMap<_, _> = inputs
        .demand
        .rows
        .iter()
        .map(|row| ((row.person, &row.program), row))
        .collect();
    let (mut mandatory, mut value) = (0, 0);
    for (pair, row) in rows {
        let program = inputs.catalog.program(&row.program);
        let must = row.mandatory || program.is_some_and(|program| program.mandatory);
        if seats.contains(&pair) {
            value += i64::from(row.value.reveal().points());
        } else if must {
            mandatory -= 1;
        }
    }
    (mandatory, value)
}

/// How many units the batches have less than two above their least number.
pub(super) fn mixing_shortfall(inputs: &Inputs<'_>, plan: &Plan) -> i64 {
    let shortfalls = plan.batches.iter().filter_map(|batch| {
        let least = inputs.catalog.program(&batch.program)?.limits.min_units;
        let units: BTreeSet<&UnitId> = batch
            .seats
            .iter()
            .filter_map(|seat| inputs.roster.employee(seat.person))
            .map(|employee| &employee.unit)
            .collect();
        Some((i64::from(least) + 2 - units.len() as i64).max(0))
    });
    shortfalls.sum()
}
