use crate::search::BestSoFar;
use crate::timetable::tables::{Place, Tables};

/// Added to the counter of a slot in which a batch can never have a session.
pub(super) const NEVER: u16 = 1 << 14;

/// Where each session is, and counters of everything that a rule looks at.
#[derive(Debug, Clone)]
pub(crate) struct State<'t> {
    pub(crate) tables: &'t Tables,
    pub(super) places: Vec<Place>,
    pub(super) energy: i64,
    pub(super) best: BestSoFar<Place>,
    pub(super) best_energy: i64,
    /// For each slot and copy of a room, the session that takes it.
    pub(super) occupied: Vec<u32>,
    /// For each batch and slot, how many sessions keep it from having one there.
    pub(super) blocked: Vec<u16>,
    /// The exclusive or of the numbers of these sessions: where there is one, its number.
    pub(super) blockers: Vec<u32>,
    /// For each calendar and day, the slots that are taken.
    pub(super) taken: Vec<u64>,
    /// For each batch and day, its sessions; and for each batch, its days.
    pub(super) day_use: Vec<u16>,
    pub(super) days_used: Vec<u16>,
    /// For each batch and room, its sessions; and for each batch, its rooms.
    pub(super) room_use: Vec<u16>,
    pub(super) rooms_used: Vec<u16>,
    /// For each instructor and day, the slots that are taught; and for each, all slots.
    pub(super) taught: Vec<u64>,
    pub(super) load: Vec<u32>,
    /// For each group and day, its sessions; and for each unit and day, the people away.
    pub(super) away: Vec<u16>,
    pub(super) gone: Vec<u32>,
}

impl<'t> State<'t> {
    /// The plan that has the pins only.
    pub(crate) fn new(tables: &'t Tables) -> Self {
        let t = tables;
        let instructors = t.instructors.limits.len();
        let empty = vec![Place::NOWHERE; t.sessions.kind_of.len()];
        let mut state = Self {
            tables,
            energy: t.sessions.lost.iter().sum::<i64>() + unspread(t),
            best: BestSoFar::new(empty.clone()),
            best_energy: i64::MAX,
            places: empty,
            occupied: t.occupied.clone(),
            blocked: blocked(t),
            blockers: vec![0; t.batches * t.slots],
            taken: vec![0; t.calendars.isolation.len() * t.days],
            day_use: vec![0; t.batches * t.days],
            days_used: vec![0; t.batches],
            room_use: vec![0; t.batches * t.rooms],
            rooms_used: vec![0; t.batches],
            taught: t.instructors.booked.clone(),
            load: vec![0; instructors],
            away: vec![0; t.units.groups.len() * t.days],
            gone: vec![0; t.units.cap.len()],
        };
        state.taught.fill(0);
        for session in 0..t.sessions.pins.len() {
            state.settle(session, t.sessions.pins[session]);
        }
        state.remember();
        state
    }

    /// The plan that has the pins, and these places as far as the rules allow them.
    pub(crate) fn at(tables: &'t Tables, places: &[Option<Place>]) -> Self {
        let mut state = Self::new(tables);
        for session in &tables.sessions.movable {
            if let Some(place) = places[*session as usize] {
                state.settle(*session as usize, place);
            }
        }
        state.remember();
        state
    }

    /// Puts a session at a place, in a copy of its room that is free, if the rules allow it.
    fn settle(&mut self, session: usize, place: Place) {
        if place.is_nowhere() {
            return;
        }
        let of = &self.tables.room_of;
        let same = |room: &u16| {
            place.room != Place::NONE && of[usize::from(*room)] == of[usize::from(place.room)]
        };
        let copies = (0..self.tables.rooms as u16).filter(same);
        let places = copies.map(|room| Place { room, ..place });
        let places = places.chain((place.room == Place::NONE).then_some(place));
        let allowed = places.into_iter().find_map(|place| {
            let fits = self.may_be(session, place);
            let delta = fits.then(|| self.place_delta(session, place))??;
            Some((place, delta))
        });
        if let Some((place, delta)) = allowed {
            self.set(session, place);
            self.energy += delta;
        }
    }

    /// Less is better.
    pub(crate) fn energy(&self) -> i64 {
        self.energy
    }

    /// Where each session is now.
    pub(crate) fn places(&self) -> &[Place] {
        &self.places
    }

    /// Where each session was in the best plan so far.
    pub(crate) fn best(&self) -> &[Place] {
        self.best.values()
    }

    /// Keeps the plan as the best so far.
    pub(crate) fn remember(&mut self) {
        self.best_energy = self.energy;
        self.best.remember(&self.places);
    }

    /// Goes back to the best plan so far.
    pub(crate) fn restore(&mut self) {
        let best = self.best.values().to_vec();
        let moved = (0..best.len()).filter(|at| self.places[*at] != best[*at]);
        let moved: Vec<usize> = moved.collect();
        for session in &moved {
            self.set(*session, Place::NOWHERE);
        }
        for session in moved {
            self.set(session, best[session]);
        }
        self.energy = self.best_energy;
    }

    /// The energy of the best plan so far.
    pub(crate) fn best_energy(&self) -> i64 {
        self.best_energy
    }

    pub(crate) fn set_energy(&mut self, energy: i64) {
        self.energy = energy;
    }
}

/// What it costs that no batch has a day yet.
fn unspread(tables: &Tables) -> i64 {
    let days: i64 = tables.min_days.iter().map(|days| i64::from(*days)).sum();
    tables.working_days.weight * days
}

fn blocked(tables: &Tables) -> Vec<u16> {
    let mut blocked = vec![0; tables.batches * tables.slots];
    for batch in 0..tables.batches {
        for slot in 0..tables.slots {
            if tables.closed.get(batch, slot as u32) {
                blocked[batch * tables.slots + slot] = NEVER;
            }
        }
    }
    blocked
}
