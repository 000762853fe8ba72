use super::step::Step;
use super::walk::Walk;
use crate::search::Rng;
use crate::timetable::tables::{CLOSED, FREE, Place};

/// Of 256 moves, so many change the room only.
const ROOM_ONLY: u64 = 64;

/// Of 256 moves, so many change the room only, or keep it.
const ROOM_KEPT: u64 = ROOM_ONLY + 51;

/// Moves of a plain problem.
impl<const PLAIN: bool> Walk<'_, PLAIN> {
    /// A session and a slot and room for it: a move when they are free, else a swap with who
    /// is there or, when the batch cannot meet in the slot, with whom it cannot meet.
    #[inline]
    pub(super) fn propose_plain(&mut self, rng: &mut Rng) -> Option<Step> {
        let t = self.tables();
        let bits = rng.bits();
        let low = bits & 0xFFFF_FFFF;
        let session = *t
            .sessions
            .movable
            .get(((low * t.sessions.movable.len() as u64) >> 32) as usize)?;
        let kind = t.sessions.kind_of[session as usize] as usize;
        let now = self.state.places()[session as usize];
        let draw = rng.bits() & 0xFF;
        let pick =
            |shift: u32, count: usize| ((((bits >> shift) & 0xFFFF) * count as u64) >> 16) as usize;
        let slot = if draw < ROOM_ONLY && !now.is_nowhere() {
            now.slot
        } else {
            let starts = t.kinds.starts.of(kind);
            *starts.get(pick(32, starts.len()))?
        };
        let room = if (ROOM_ONLY..ROOM_KEPT).contains(&draw) && !now.is_nowhere() {
            now.room
        } else {
            let rooms = self.rooms_worth_a_try(kind);
            *rooms.get(pick(48, rooms.len()))?
        };
        let to = Place { slot, room, ..now };
        if to == now {
            return None;
        }
        if now.is_nowhere() {
            return Some(self.insertion(session, to));
        }
        self.resolved(session, now, to)
    }

    #[inline]
    fn resolved(&self, session: u32, now: Place, to: Place) -> Option<Step> {
        let t = self.tables();
        let batch = t.sessions.batch_of[session as usize] as usize;
        let mut there = self
            .state
            .occupant(usize::from(to.slot), usize::from(to.room));
        if to.slot != now.slot {
            let blocked = self.state.blocked(batch, usize::from(to.slot));
            if blocked > 1 {
                return Some(Step::Refused);
            }
            if blocked == 1 {
                there = self.state.blocker(batch, usize::from(to.slot));
            }
        }
        match there {
            FREE => Some(Step::Move { session, to }),
            CLOSED => Some(Step::Refused),
            other if self.state.is_pinned(other as usize) => Some(Step::Refused),
            other if t.sessions.batch_of[other as usize] as usize == batch => {
                // The sessions of a batch are alike: the plan would be the same.
                let alike =
                    t.sessions.kind_of[other as usize] == t.sessions.kind_of[session as usize];
                if alike { None } else { Some(Step::Refused) }
            }
            other => Some(Step::Swap {
                first: session,
                second: other,
            }),
        }
    }

    /// A place for a session that has none.
    fn insertion(&self, session: u32, to: Place) -> Step {
        let t = self.tables();
        let kind = t.sessions.kind_of[session as usize] as usize;
        let batch = t.sessions.batch_of[session as usize] as usize;
        let team = t.kinds.teams.of(kind).first().copied();
        let to = Place {
            team: team.unwrap_or(Place::NONE),
            ..to
        };
        let there = self
            .state
            .occupant(usize::from(to.slot), usize::from(to.room));
        match (self.state.blocked(batch, usize::from(to.slot)), there) {
            (0, FREE) => Step::Move { session, to },
            (0 | 1, out) if out < CLOSED && !self.state.is_pinned(out as usize) => {
                Step::Replace { session, to, out }
            }
            _ => Step::Refused,
        }
    }

    #[inline]
    pub(super) fn plain_move(&self, session: u32, to: Place) -> Option<i64> {
        let t = self.tables();
        let now = self.state.places()[session as usize];
        if now.is_nowhere() {
            return self.state.place_delta(session as usize, to);
        }
        let kind = t.sessions.kind_of[session as usize] as usize;
        let batch = t.sessions.batch_of[session as usize] as usize;
        let room = self
            .state
            .plain_room(kind, batch, usize::from(now.room), usize::from(to.room));
        if now.slot == to.slot {
            return Some(room);
        }
        Some(
            room + self
                .state
                .plain_time(batch, usize::from(now.slot), usize::from(to.slot)),
        )
    }

    #[inline]
    pub(super) fn plain_swap(&self, first: u32, second: u32) -> Option<i64> {
        let t = self.tables();
        let places = self.state.places();
        let (one, two) = (places[first as usize], places[second as usize]);
        let kinds = [
            t.sessions.kind_of[first as usize] as usize,
            t.sessions.kind_of[second as usize] as usize,
        ];
        let (a, b) = (
            t.sessions.batch_of[first as usize] as usize,
            t.sessions.batch_of[second as usize] as usize,
        );
        let (here, there) = (usize::from(one.room), usize::from(two.room));
        if !self.state.may_use(kinds[1], one.room) || !self.state.may_use(kinds[0], two.room) {
            return None;
        }
        let mut delta = 0;
        if one.slot != two.slot {
            let (from, to) = (usize::from(one.slot), usize::from(two.slot));
            let meets = u16::from(t.conflicts.get(a, b as u32));
            if self.state.blocked(a, to) != meets || self.state.blocked(b, from) != meets {
                return None;
            }
            delta += self.state.plain_time(a, from, to) + self.state.plain_time(b, to, from);
        }
        delta += self.state.plain_room(kinds[0], a, here, there);
        Some(delta + self.state.plain_room(kinds[1], b, there, here))
    }
}
