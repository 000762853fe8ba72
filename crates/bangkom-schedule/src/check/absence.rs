use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::plan::Batch;
use bangkom_domain::program::Venue;
use bangkom_domain::resources::StaffingRule;
use chrono::NaiveDate;

use super::PlanViolation as V;
use super::context::{Context, days};

type Away<'a> = BTreeMap<&'a UnitId, BTreeMap<NaiveDate, BTreeSet<PersonId>>>;

/// Units have no more people away than they can spare.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let away = away(context);
    for rule in &context.inputs.resources.staffing {
        if let Some(days) = away.get(&rule.unit) {
            unit(context, rule, days, found);
        }
    }
}

fn away<'a>(context: &Context<'a>) -> Away<'a> {
    let mut away = Away::new();
    for batch in &context.plan.batches {
        let days = away_days(context, batch);
        for seat in &batch.seats {
            let Some(employee) = context.inputs.roster.employee(seat.person) else {
                continue;
            };
            let unit = away.entry(&employee.unit).or_default();
            for day in &days {
                unit.entry(*day).or_default().insert(seat.person);
            }
        }
    }
    away
}

/// The days on which participants are not at their place of work.
fn away_days(context: &Context<'_>, batch: &Batch) -> BTreeSet<NaiveDate> {
    let templates = context.program(batch).map_or(&[][..], |p| &p.sessions);
    batch
        .sessions
        .iter()
        .enumerate()
        .filter(|(row, _)| {
            templates
                .get(*row)
                .is_none_or(|template| template.venue != Venue::Workplace)
        })
        .flat_map(|(_, session)| days(session))
        .collect()
}

fn unit(
    context: &Context<'_>,
    rule: &StaffingRule,
    days: &BTreeMap<NaiveDate, BTreeSet<PersonId>>,
    found: &mut Vec<V>,
) {
    let horizon = context.inputs.resources.horizon;
    let cap = rule.away_cap(context.inputs.roster.headcount(&rule.unit));
    let mut used = 0;
    for (day, people) in days.iter().filter(|(day, _)| horizon.contains(**day)) {
        let away = people.len() as u32;
        used += away;
        let unit = rule.unit.clone();
        if rule.blackout.iter().any(|period| period.contains(*day)) {
            found.push(V::Blackout {
                unit,
                day: *day,
                away,
            });
        } else if away > cap {
            found.push(V::AwayCap {
                unit,
                day: *day,
                away,
                cap,
            });
        }
    }
    if let Some(greatest) = rule.max_person_days.filter(|most| used > *most) {
        found.push(V::PersonDays {
            unit: rule.unit.clone(),
            used,
            greatest,
        });
    }
}
