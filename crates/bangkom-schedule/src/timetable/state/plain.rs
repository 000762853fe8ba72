use super::State;
use crate::timetable::tables::Place;

/// Differences of a plain problem: single slots, rooms, cohorts.
impl State<'_> {
    /// The difference when a session of the batch goes from one slot to another.
    ///
    /// A calendar that has a session in the slot already is that of the session that changes
    /// places with this one: both slots stay taken.
    #[inline]
    pub(crate) fn plain_time(&self, batch: usize, from: usize, to: usize) -> i64 {
        let t = self.tables;
        let (old, new) = (usize::from(t.day_of[from]), usize::from(t.day_of[to]));
        let (left, taken) = (1_u64 << t.bit_of[from], 1_u64 << t.bit_of[to]);
        let calendars = t.calendars.of.of(batch);
        let mut delta = 0;
        if old == new {
            for calendar in calendars {
                let calendar = *calendar as usize;
                let before = self.taken[calendar * t.days + old];
                if before & taken == 0 {
                    let change = t.isolated(before ^ left ^ taken) - t.isolated(before);
                    delta += t.calendars.isolation[calendar] * change;
                }
            }
            return delta;
        }
        for calendar in calendars {
            let calendar = *calendar as usize;
            let here = self.taken[calendar * t.days + old];
            let there = self.taken[calendar * t.days + new];
            if there & taken == 0 {
                let change = t.isolated(here ^ left) - t.isolated(here) + t.isolated(there | taken)
                    - t.isolated(there);
                delta += t.calendars.isolation[calendar] * change;
            }
        }
        let days = i64::from(self.days_used[batch]);
        let uses = &self.day_use[batch * t.days..][..t.days];
        let after = days - i64::from(uses[old] == 1) + i64::from(uses[new] == 0);
        let least = i64::from(t.min_days[batch]);
        delta + t.working_days.weight * ((least - after).max(0) - (least - days).max(0))
    }

    /// The difference when a session of the kind goes from one room to another.
    #[inline]
    pub(crate) fn plain_room(&self, kind: usize, batch: usize, from: usize, to: usize) -> i64 {
        if from == to {
            return 0;
        }
        let t = self.tables;
        let costs = t.kinds.fits.costs(kind);
        let uses = &self.room_use[batch * t.rooms..][..t.rooms];
        let rooms = i64::from(uses[to] == 0) - i64::from(uses[from] == 1);
        costs[to] - costs[from] + t.stability.weight * rooms
    }

    /// How many sessions keep the batch out of the slot.
    #[inline]
    pub(crate) fn blocked(&self, batch: usize, slot: usize) -> u16 {
        self.blocked[batch * self.tables.slots + slot]
    }

    /// Who takes the room in the slot.
    #[inline]
    pub(crate) fn occupant(&self, slot: usize, room: usize) -> u32 {
        self.occupied[slot * self.tables.rooms + room]
    }

    /// The session that keeps the batch out of the slot, where it is the only one.
    #[inline]
    pub(crate) fn blocker(&self, batch: usize, slot: usize) -> u32 {
        self.blockers[batch * self.tables.slots + slot]
    }

    /// Whether the session is pinned.
    #[inline]
    pub(crate) fn is_pinned(&self, session: usize) -> bool {
        self.tables.sessions.pins[session] != Place::NOWHERE
    }
}
