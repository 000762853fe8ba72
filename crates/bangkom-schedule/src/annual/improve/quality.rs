use std::collections::BTreeMap;

use bangkom_domain::id::SiteId;
use bangkom_domain::resources::Site;

use crate::annual::state::State;
use crate::rules::QualityWeights;

/// The greatest distance that counts, in thousandths of a kilometre.
const FARTHEST: i64 = 25_000;

/// What the quality level weighs about one batch, in thousandths of a unit of quality.
///
/// Of the parts of the level these depend on when and where a batch is: travel, lateness, waste
/// and unevenness. Rounding is left to the score.
pub(super) struct Quality {
    weights: QualityWeights,
    /// The metres from each unit to each room.
    ways: Vec<i64>,
    rooms: usize,
}

impl Quality {
    pub(super) fn new(state: &State<'_>, weights: QualityWeights) -> Self {
        let problem = state.problem;
        let resources = problem.inputs.resources;
        let sites: BTreeMap<&SiteId, &Site> = resources.sites.iter().map(|s| (&s.id, s)).collect();
        let rooms: BTreeMap<_, _> = resources.rooms.iter().map(|r| (&r.id, &r.site)).collect();
        let at = |site: Option<&SiteId>| site.and_then(|site| sites.get(site).copied());
        let mut ways = Vec::new();
        for unit in &problem.units.ids {
            let unit = problem.inputs.roster.units().unit(unit);
            let home = at(unit.and_then(|unit| unit.site.as_ref()));
            for room in &problem.supply.rooms {
                let there = at(rooms.get(&room.id).copied());
                ways.push(
                    home.zip(there)
                        .map_or(0, |(home, there)| metres(home, there)),
                );
            }
        }
        Self {
            weights,
            ways,
            rooms: problem.supply.rooms.len(),
        }
    }

    /// What the batch costs where it is now.
    pub(super) fn of(&self, state: &State<'_>, row: usize) -> i64 {
        let weight = |weight: u32| i64::from(weight);
        weight(self.weights.travel) * self.travel(state, row)
            + weight(self.weights.lateness) * lateness(state, row)
            + weight(self.weights.waste) * waste(state, row)
            + weight(self.weights.unevenness) * unevenness(state, row)
    }

    /// A tenth of the seat-kilometres, in thousandths.
    fn travel(&self, state: &State<'_>, row: usize) -> i64 {
        let batch = &state.batches[row];
        let time = &state.problem.time;
        let mut visits: Vec<(u32, u32)> = Vec::new();
        for session in &batch.sessions {
            let Some(room) = session.room else { continue };
            visits.extend(session.slots.clone().map(|slot| (time.day_of(slot), room)));
        }
        visits.dedup();
        let way = |unit: u32, room: u32| self.ways[unit as usize * self.rooms + room as usize];
        let of_unit = |unit: u32| visits.iter().map(|(_, room)| way(unit, *room)).sum::<i64>();
        let units = batch.units.iter();
        let metres: i64 = units
            .map(|(unit, seats)| i64::from(*seats) * of_unit(*unit))
            .sum();
        metres / 10
    }
}

/// Hundreds of points of value times weeks, in thousandths.
fn lateness(state: &State<'_>, row: usize) -> i64 {
    let batch = &state.batches[row];
    let first = state.problem.inputs.resources.horizon.first();
    let weeks = (batch.when.end.0 - first).num_days().max(0) / 7;
    let persons = batch.seats.iter();
    let claims = persons.filter_map(|person| state.claim_of(*person, batch.program));
    let value: i64 = claims
        .map(|claim| i64::from(state.problem.claims[claim].value))
        .sum();
    value * weeks * 10
}

/// The empty seats beyond a fifth of each room, in thousandths.
fn waste(state: &State<'_>, row: usize) -> i64 {
    let batch = &state.batches[row];
    let mut rooms: Vec<u32> = batch.sessions.iter().filter_map(|s| s.room).collect();
    rooms.sort_unstable();
    rooms.dedup();
    let empty = rooms.into_iter().map(|room| {
        let capacity = i64::from(state.problem.supply.rooms[room as usize].capacity);
        (capacity - batch.seats.len() as i64 - capacity / 5).max(0)
    });
    empty.sum::<i64>() * 1_000
}

/// The squared absences of its units on its days, scaled by what they can spare, in thousandths.
fn unevenness(state: &State<'_>, row: usize) -> i64 {
    let batch = &state.batches[row];
    let days = state.problem.time.days().len();
    let mut sum = 0;
    for (unit, seats) in &batch.units {
        for day in &batch.when.away {
            let place = *unit as usize * days + *day as usize;
            let cap = i64::from(state.problem.units.cap[place]).max(1);
            let away = i64::from(state.unit_away[place]);
            let without = (away - i64::from(*seats)).max(0);
            sum += 100 * (away * away - without * without) / cap;
        }
    }
    sum
}

fn metres(from: &Site, to: &Site) -> i64 {
    let km = (from.x_km - to.x_km).abs() + (from.y_km - to.y_km).abs();
    if km.is_nan() {
        0
    } else {
        ((km * 1_000.0).round() as i64).min(FARTHEST)
    }
}
