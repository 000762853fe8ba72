use super::State;
use super::change::{Change, days};
use crate::rules::timetable::Rule;
use crate::timetable::tables::{CLOSED, FREE, Place, REFUSED};

impl State<'_> {
    /// The energy with the session at another place minus the energy now; none when a rule
    /// refuses it.
    ///
    /// Every rule is looked at; the cost grows with what the session touches.
    pub(crate) fn place_delta(&self, session: usize, new: Place) -> Option<i64> {
        let change = Change::new(self, session, new);
        self.is_free(&change)?;
        let mut delta = self.need_delta(&change);
        delta += self.room_delta(&change)?;
        delta += self.time_delta(&change)?;
        delta += self.calendar_delta(&change)?;
        if self.tables.plain {
            return Some(delta);
        }
        delta += self.teaching_delta(&change)?;
        delta += self.staffing_delta(&change)?;
        delta += self.order_delta(&change)?;
        delta += self.told_delta(&change)?;
        Some(delta)
    }

    /// Refuses slots in which the batch or the room is taken.
    fn is_free(&self, change: &Change) -> Option<()> {
        let t = self.tables;
        for slot in change.taken.clone() {
            let own = u16::from(change.left.contains(&slot));
            if self.blocked[change.batch * t.slots + slot as usize] != own {
                return None;
            }
            if change.new.room != Place::NONE {
                let at = slot as usize * t.rooms + usize::from(change.new.room);
                let who = self.occupied[at];
                if who != FREE && who != change.session as u32 {
                    return None;
                }
            }
        }
        Some(())
    }

    fn need_delta(&self, change: &Change) -> i64 {
        let lost = self.tables.sessions.lost[change.session];
        let nowhere = |place: Place| i64::from(place.is_nowhere());
        lost * (nowhere(change.new) - nowhere(change.old))
    }

    /// What depends on the room: its fit, its closed slots, and the rooms of the batch.
    fn room_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        let cost = |place: Place, block: &std::ops::Range<u32>| {
            if place.room == Place::NONE {
                return 0;
            }
            let room = usize::from(place.room);
            let fit = t.kinds.fits.costs(change.kind)[room];
            fit + self.closed_cost(change.kind, room, block)
        };
        if self.is_refused(change) {
            return None;
        }
        let delta = cost(change.new, &change.taken) - cost(change.old, &change.left);
        let before = i64::from(self.rooms_used[change.batch]);
        let after = self.rooms_after(change);
        let beyond = |rooms: i64| (rooms - 1).max(0);
        Some(delta + t.stability.change(beyond(before), beyond(after))?)
    }

    /// What it costs that the room is closed while the session is there.
    fn closed_cost(&self, kind: usize, room: usize, block: &std::ops::Range<u32>) -> i64 {
        let t = self.tables;
        if t.closed_cost.is_empty() || !t.kinds.holds(kind, Rule::Availability) {
            return 0;
        }
        let closed = |slot: u32| t.closed_cost[slot as usize * t.rooms + room];
        block
            .clone()
            .map(closed)
            .filter(|cost| *cost != REFUSED)
            .sum()
    }

    /// Whether the room is closed to all but sessions with an exception.
    fn is_refused(&self, change: &Change) -> bool {
        let t = self.tables;
        let room = usize::from(change.new.room);
        let mut slots = change.taken.clone();
        !t.closed_cost.is_empty()
            && change.new.room != Place::NONE
            && t.kinds.holds(change.kind, Rule::Availability)
            && slots.any(|slot| t.closed_cost[slot as usize * t.rooms + room] == REFUSED)
    }

    fn rooms_after(&self, change: &Change) -> i64 {
        let t = self.tables;
        let uses = |room: usize| self.room_use[change.batch * t.rooms + room];
        let real = |place: Place| {
            (place.room != Place::NONE).then(|| usize::from(t.room_of[usize::from(place.room)]))
        };
        let mut rooms = i64::from(self.rooms_used[change.batch]);
        let (old, new) = (real(change.old), real(change.new));
        if old != new {
            rooms -= i64::from(old.is_some_and(|room| uses(room) == 1));
            rooms += i64::from(new.is_some_and(|room| uses(room) == 0));
        }
        rooms
    }

    /// What depends on the time alone: preferences, and the days of the batch.
    fn time_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        let cost = |place: Place| {
            let at = change.kind * t.slots + usize::from(place.slot);
            let costs = &t.kinds.time_cost;
            if place.is_nowhere() || costs.is_empty() {
                0
            } else {
                costs[at]
            }
        };
        let before = i64::from(self.days_used[change.batch]);
        let mut after = before;
        change.days(t, |of| {
            let uses = self.day_use[change.batch * t.days + of.day];
            let (left, taken) = (of.left != 0, of.taken != 0);
            after -= i64::from(uses == 1 && left && !taken);
            after += i64::from(uses == 0 && taken);
            Some(0)
        });
        let least = i64::from(t.min_days[change.batch]);
        let missing = |days: i64| (least - days).max(0);
        let days = t.working_days.change(missing(before), missing(after))?;
        Some(cost(change.new) - cost(change.old) + days)
    }

    /// What was published.
    fn told_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        let Some(told) = &t.sessions.told[change.session] else {
            return Some(0);
        };
        let units = |place: Place| {
            let room = t.room_of.get(usize::from(place.room)).copied();
            told.units(place, room, t.teams.of(place.team))
        };
        let price = t.prices.of(Rule::Perturbation);
        price.change(units(change.old), units(change.new))
    }

    /// Moves the session; what a plain problem does not have is left out.
    pub(crate) fn set(&mut self, session: usize, new: Place) {
        let change = Change::new(self, session, new);
        self.mark(&change, false);
        self.mark(&change, true);
        self.places[session] = new;
        self.best.note(session as u32, new);
    }

    /// Takes the session out of the counters at its old place, or into them at its new one.
    fn mark(&mut self, change: &Change, entering: bool) {
        let (place, block) = if entering {
            (change.new, change.taken.clone())
        } else {
            (change.old, change.left.clone())
        };
        if place.is_nowhere() {
            return;
        }
        let t = self.tables;
        for slot in block.clone() {
            let slot = slot as usize;
            if place.room != Place::NONE {
                let at = slot * t.rooms + usize::from(place.room);
                self.occupied[at] = if entering {
                    change.session as u32
                } else {
                    FREE
                };
                debug_assert_ne!(self.occupied[at], CLOSED);
            }
            for other in t.neighbours.of(change.batch) {
                let at = *other as usize * t.slots + slot;
                self.blocked[at] = step(self.blocked[at], entering);
                self.blockers[at] ^= change.session as u32;
            }
        }
        for day in days(t, &block) {
            let bits = t.bits(&block, day);
            for calendar in t.calendars.of.of(change.batch) {
                self.taken[*calendar as usize * t.days + day] ^= bits;
            }
            let uses = &mut self.day_use[change.batch * t.days + day];
            *uses = step(*uses, entering);
            if *uses == u16::from(entering) {
                self.days_used[change.batch] = step(self.days_used[change.batch], entering);
            }
        }
        self.mark_room(change.batch, place, entering);
        if !t.plain {
            self.mark_teaching(change, place, &block, entering);
            self.mark_people(change, &block, entering);
        }
    }

    fn mark_room(&mut self, batch: usize, place: Place, entering: bool) {
        let t = self.tables;
        if place.room == Place::NONE {
            return;
        }
        let room = usize::from(t.room_of[usize::from(place.room)]);
        let uses = &mut self.room_use[batch * t.rooms + room];
        *uses = step(*uses, entering);
        if *uses == u16::from(entering) {
            self.rooms_used[batch] = step(self.rooms_used[batch], entering);
        }
    }
}

/// One more, or one less.
#[inline]
pub(super) fn step(count: u16, up: bool) -> u16 {
    if up { count + 1 } else { count - 1 }
}
