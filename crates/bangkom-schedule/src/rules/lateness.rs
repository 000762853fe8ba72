use std::collections::BTreeMap;

use bangkom_domain::plan::{Plan, Session};

use crate::problem::Inputs;

/// Hundreds of points of value times the weeks until the last day of the seat.
///
/// # Formula
/// ```text
/// ⌊ Σ value × ⌊days since the first day of the plan / 7⌋ / 100 ⌋
/// ```
pub(super) fn hundred_point_weeks(inputs: &Inputs<'_>, plan: &Plan) -> i64 {
    let rows = &inputs.demand.rows;
    let values: BTreeMap<_, _> = rows
        .iter()
        .map(|row| {
            (
                (row.person, &row.program),
                i64::from(row.value.reveal().points()),
            )
        })
        .collect();
    let first = inputs.resources.horizon.first();
    let mut sum = 0_i64;
    for batch in &plan.batches {
        let last = batch.sessions.iter().filter_map(Session::last_day).max();
        let weeks = last.map_or(0, |last| (last - first).num_days().max(0) / 7);
        let value: i64 = batch
            .seats
            .iter()
            .filter_map(|seat| values.get(&(seat.person, &batch.program)))
            .sum();
        sum = sum.saturating_add(value * weeks);
    }
    sum / 100
}
