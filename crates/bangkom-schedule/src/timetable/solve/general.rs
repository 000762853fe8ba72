use super::step::Step;
use super::walk::Walk;
use crate::search::Rng;
use crate::timetable::tables::{CLOSED, FREE, Place};

/// One draw in so many looks whether a session is better without a place.
const ONE_IN: u32 = 64;

/// Moves of any problem.
impl<const PLAIN: bool> Walk<'_, PLAIN> {
    /// A session and another slot, room or team for it, or several of these at once.
    pub(super) fn propose_general(&mut self, rng: &mut Rng) -> Option<Step> {
        let t = self.tables();
        let count = u32::try_from(t.sessions.movable.len())
            .ok()
            .filter(|count| *count > 0)?;
        let session = t.sessions.movable[rng.below(count) as usize];
        let kind = t.sessions.kind_of[session as usize] as usize;
        let now = self.state.places()[session as usize];
        if !now.is_nowhere() && rng.below(ONE_IN) == 0 {
            return self.dismissal(session);
        }
        let told = t.sessions.published[session as usize].filter(|_| rng.below(8) == 0);
        let to = match told.filter(|told| self.state.may_be(session as usize, *told)) {
            Some(told) => told,
            None => self.elsewhere(kind, now, rng)?,
        };
        if to == now {
            return None;
        }
        let step = self.with_others(session, now, to);
        if now.is_nowhere() && matches!(step, Some(Step::Move { .. })) && rng.below(2) == 0 {
            // Rules on days, loads and units are broken by sessions that are not in the way.
            let out = t.sessions.movable[rng.below(count) as usize];
            let has_place = !self.state.places()[out as usize].is_nowhere();
            return has_place.then_some(Step::Replace { session, to, out });
        }
        step
    }

    /// Takes a session out where the rules at its place cost more than it is worth.
    fn dismissal(&self, session: u32) -> Option<Step> {
        let to = Place::NOWHERE;
        let delta = self.state.place_delta(session as usize, to)?;
        (delta <= 0).then_some(Step::Move { session, to })
    }

    /// Another place by chance, which differs in slot, room, team or several of these.
    fn elsewhere(&self, kind: usize, now: Place, rng: &mut Rng) -> Option<Place> {
        let t = self.tables();
        let mut to = now;
        // Bits say what changes: 1 the slot, 2 the room, 4 the team.
        let what = if now.is_nowhere() {
            7
        } else {
            [1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 7][rng.below(12) as usize]
        };
        if what & 1 != 0 {
            to.slot = drawn(t.kinds.starts.of(kind), rng)?;
        }
        if what & 2 != 0 && t.kinds.all[kind].in_room {
            to.room = drawn(self.rooms_worth_a_try(kind), rng)?;
        }
        if what & 4 != 0 && t.kinds.all[kind].instructors > 0 {
            to.team = drawn(t.kinds.teams.of(kind), rng)?;
        }
        Some(to)
    }

    /// The move, or the swap or replacement with the one session that is in its way.
    fn with_others(&self, session: u32, now: Place, to: Place) -> Option<Step> {
        let t = self.tables();
        let kind = t.sessions.kind_of[session as usize] as usize;
        let mut other = None;
        for slot in t.block(kind, to) {
            let who = self.in_the_way(session, slot as usize, to);
            match who {
                FREE => {}
                CLOSED => return Some(Step::Refused),
                who if other.is_some_and(|other| other != who) => return Some(Step::Refused),
                who => other = Some(who),
            }
        }
        let Some(other) = other else {
            return Some(Step::Move { session, to });
        };
        if self.state.is_pinned(other as usize) {
            return Some(Step::Refused);
        }
        if now.is_nowhere() {
            return Some(Step::Replace {
                session,
                to,
                out: other,
            });
        }
        let alike = t.sessions.kind_of[other as usize] as usize == kind
            && self.state.places()[other as usize].team == now.team;
        if alike
            && t.sessions.relations.of(session as usize).is_empty()
            && t.sessions.published[session as usize].is_none()
        {
            return None;
        }
        let theirs = t.sessions.kind_of[other as usize] as usize;
        let (mine, yours) = self.exchanged(session, other);
        let state = &self.state;
        let fits = state.may_use(kind, mine.room)
            && state.may_use(theirs, yours.room)
            && state.may_begin(kind, mine.slot)
            && state.may_begin(theirs, yours.slot);
        Some(if fits {
            Step::Swap {
                first: session,
                second: other,
            }
        } else {
            Step::Refused
        })
    }

    /// Who takes the room in the slot, or alone keeps the batch out of it.
    fn in_the_way(&self, session: u32, slot: usize, to: Place) -> u32 {
        let batch = self.tables().sessions.batch_of[session as usize] as usize;
        if to.room != Place::NONE {
            let who = self.state.occupant(slot, usize::from(to.room));
            if who != FREE && who != session {
                return who;
            }
        }
        let now = self.state.places()[session as usize];
        let kind = self.tables().sessions.kind_of[session as usize] as usize;
        let own = self.tables().block(kind, now).contains(&(slot as u32));
        let blocker = self.state.blocker(batch, slot);
        match (self.state.blocked(batch, slot), own) {
            (1, false) => blocker,
            (2, true) => blocker ^ session,
            _ => FREE,
        }
    }
}

/// One of these by chance.
fn drawn(values: &[u16], rng: &mut Rng) -> Option<u16> {
    let count = u32::try_from(values.len())
        .ok()
        .filter(|count| *count > 0)?;
    values.get(rng.below(count) as usize).copied()
}
