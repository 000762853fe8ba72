use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{SiteId, UnitId};
use bangkom_domain::plan::Plan;
use bangkom_domain::resources::Site;
use chrono::NaiveDate;

use crate::problem::Inputs;

/// The greatest distance that counts, in thousandths of a kilometre.
const FARTHEST: i64 = 25_000;

/// Tens of seat-kilometres between unit and room, for each seat and day; unknown sites count 0.
///
/// # Formula
/// ```text
/// ⌊ Σ min(25 km, |dx| + |dy|) / 10 km ⌋, each distance rounded to the metre
/// ```
pub(super) fn ten_kilometres(inputs: &Inputs<'_>, plan: &Plan) -> i64 {
    let resources = inputs.resources;
    let sites: BTreeMap<&SiteId, &Site> = resources.sites.iter().map(|s| (&s.id, s)).collect();
    let rooms: BTreeMap<_, _> = resources.rooms.iter().map(|r| (&r.id, &r.site)).collect();
    let mut metres = 0_i64;
    for batch in &plan.batches {
        let mut units = BTreeMap::<&UnitId, i64>::new();
        for seat in &batch.seats {
            if let Some(employee) = inputs.roster.employee(seat.person) {
                *units.entry(&employee.unit).or_default() += 1;
            }
        }
        let visits: BTreeSet<(NaiveDate, &SiteId)> = batch
            .sessions
            .iter()
            .filter_map(|session| Some((session, *rooms.get(session.room.as_ref()?)?)))
            .flat_map(|(session, site)| session.times.iter().map(move |span| (span.date, site)))
            .collect();
        for (unit, seats) in units {
            let home = inputs
                .roster
                .units()
                .unit(unit)
                .and_then(|unit| unit.site.as_ref());
            let Some(home) = home.and_then(|site| sites.get(site)) else {
                continue;
            };
            let ways = visits.iter().filter_map(|(_, site)| sites.get(site));
            let each: i64 = ways.map(|site| distance(home, site)).sum();
            metres = metres.saturating_add(seats * each);
        }
    }
    metres / 10_000
}

fn distance(from: &Site, to: &Site) -> i64 {
    let km = (from.x_km - to.x_km).abs() + (from.y_km - to.y_km).abs();
    if km.is_nan() {
        0
    } else {
        ((km * 1_000.0).round() as i64).min(FARTHEST)
    }
}
