use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::plan::Plan;
use bangkom_domain::program::Venue;
use chrono::NaiveDate;

use crate::problem::Inputs;

/// Hundredths of the squared absences of units on days, scaled by what the units can spare.
///
/// # Formula
/// ```text
/// ⌊ Σ units with a rule, days ⌊10 × away² / max(1, cap)⌋ / 100 ⌋
/// ```
pub(super) fn hundredths(inputs: &Inputs<'_>, plan: &Plan) -> i64 {
    let rules = inputs.resources.staffing.iter();
    let caps: BTreeMap<&UnitId, u64> = rules
        .map(|rule| {
            let headcount = inputs.roster.headcount(&rule.unit);
            (&rule.unit, u64::from(rule.away_cap(headcount)))
        })
        .collect();
    let mut away = BTreeMap::<(&UnitId, NaiveDate), BTreeSet<PersonId>>::new();
    for batch in &plan.batches {
        let templates = inputs.catalog.program(&batch.program).map(|p| &p.sessions);
        let days: BTreeSet<NaiveDate> = batch
            .sessions
            .iter()
            .enumerate()
            .filter(|(row, _)| {
                let template = templates.and_then(|templates| templates.get(*row));
                template.is_none_or(|template| template.venue != Venue::Workplace)
            })
            .flat_map(|(_, session)| session.times.iter().map(|span| span.date))
            .collect();
        for seat in &batch.seats {
            if let Some(employee) = inputs.roster.employee(seat.person) {
                for day in &days {
                    away.entry((&employee.unit, *day))
                        .or_default()
                        .insert(seat.person);
                }
            }
        }
    }
    let sum: u64 = away
        .iter()
        .filter_map(|((unit, _), people)| {
            let cap = caps.get(unit)?;
            Some(10 * (people.len() as u64).pow(2) / (*cap).max(1))
        })
        .sum();
    (sum / 100) as i64
}
