use std::collections::BTreeSet;

use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::{Session, SlotSpan};
use chrono::NaiveDate;

use super::Problem;

type At = (NaiveDate, u8);

/// What a fixed batch takes, read from its document.
impl Problem<'_> {
    /// The slots of each session of a fixed batch, as far as the horizon has them.
    pub(crate) fn slots_fixed(&self, row: usize) -> Vec<Vec<u32>> {
        let sessions = &self.fixed[row].sessions;
        sessions
            .iter()
            .map(|session| self.slots_of(session))
            .collect()
    }

    fn slots_of(&self, session: &Session) -> Vec<u32> {
        let spans = session.times.iter();
        spans.flat_map(|span| self.time.slots_of(*span)).collect()
    }

    /// The days of a fixed batch on which participants are away from their units.
    pub(crate) fn away_fixed(&self, row: usize, program: usize) -> Vec<u32> {
        let needs = &self.programs[program].sessions;
        let away: BTreeSet<u32> = self
            .slots_fixed(row)
            .into_iter()
            .enumerate()
            .filter(|(session, _)| needs.get(*session).is_none_or(|need| need.away))
            .flat_map(|(_, slots)| slots)
            .map(|slot| self.time.day_of(slot))
            .collect();
        away.into_iter().collect()
    }

    /// The first and the last slot of a fixed batch, also outside the horizon.
    pub(crate) fn extent_fixed(&self, row: usize) -> Option<(At, At)> {
        let spans = || {
            let sessions = self.fixed[row].sessions.iter();
            sessions.flat_map(|session| &session.times)
        };
        let first = spans().map(|span| (span.date, span.first)).min()?;
        let last = |span: &SlotSpan| (span.date, span.first.saturating_add(span.count.max(1) - 1));
        Some((first, spans().map(last).max()?))
    }

    /// The room that a fixed batch has for seats.
    pub(crate) fn capacity_fixed(&self, row: usize, program: usize) -> u32 {
        let rooms = &self.inputs.resources.rooms;
        self.fixed[row]
            .sessions
            .iter()
            .filter_map(|session| session.room.as_ref())
            .filter_map(|id| rooms.iter().find(|room| room.id == *id))
            .map(|room| u32::from(room.capacity))
            .fold(self.programs[program].max_seats, u32::min)
    }

    /// What the rooms and instructors of a fixed batch cost.
    pub(crate) fn session_cost_fixed(&self, row: usize) -> i64 {
        let sessions = self.fixed[row].sessions.iter();
        let cost: Rupiah = sessions.map(|session| self.session_cost(session)).sum();
        cost.amount()
    }

    fn session_cost(&self, session: &Session) -> Rupiah {
        let resources = self.inputs.resources;
        let room = session
            .room
            .as_ref()
            .and_then(|id| resources.rooms.iter().find(|room| room.id == *id))
            .map_or(Rupiah::ZERO, |room| room.cost_per_slot);
        let fees: Rupiah = session
            .instructors
            .iter()
            .filter_map(|id| resources.instructors.iter().find(|person| person.id == *id))
            .map(|person| person.fee_per_slot)
            .sum();
        (room + fees).times(session.slots())
    }
}
