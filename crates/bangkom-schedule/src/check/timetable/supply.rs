use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::SessionId;

use super::Impossible;
use crate::rules::timetable::{Rule, Severity, Subject};
use crate::timetable::problem::{Booking, Problem, Session, Venue};

/// The sessions that can only use some rooms, or only have some instructors, together with what
/// these have: where the need is above the supply, not all can have a place.
///
/// Only sessions that have a place alone are looked at; the others are told apart.
pub(super) fn too_little(
    problem: &Problem,
    has_place: impl Fn(&SessionId) -> bool,
) -> Vec<Impossible> {
    let supply = Supply { problem };
    let mut of_rooms = Needs::default();
    let mut of_instructors = Needs::default();
    for (index, batch) in problem.batches().iter().enumerate() {
        for session in batch.sessions.iter().filter(|one| has_place(&one.id)) {
            let slots = u64::from(session.slots);
            if let Venue::Room(_) = session.venue {
                of_rooms.add(supply.rooms(index, session), &session.id, slots);
            }
            let count = u64::from(session.instructors);
            let who = supply.instructors(index, session);
            of_instructors.add(who, &session.id, slots * count);
        }
    }
    let room = |room: usize| Subject::Room(problem.rooms()[room].id.clone());
    let who = |who: usize| Subject::Instructor(problem.instructors()[who].id.clone());
    let rooms = (0..problem.rooms().len()).map(|at| supply.of_room(at));
    let instructors = (0..problem.instructors().len()).map(|at| supply.of_instructor(at));
    let mut found = of_rooms.above(&rooms.collect::<Vec<_>>(), room);
    found.extend(of_instructors.above(&instructors.collect::<Vec<_>>(), who));
    found
}

/// What sessions need of each set of rooms or instructors.
#[derive(Default)]
struct Needs<'a>(BTreeMap<BTreeSet<usize>, Vec<(u64, &'a SessionId)>>);

impl<'a> Needs<'a> {
    fn add(&mut self, of: BTreeSet<usize>, session: &'a SessionId, slots: u64) {
        // Who can have none at all is told apart.
        if !of.is_empty() && slots > 0 {
            self.0.entry(of).or_default().push((slots, session));
        }
    }

    /// The sets that have less than is asked of them alone, none within another.
    fn above(&self, has: &[u64], subject: impl Fn(usize) -> Subject) -> Vec<Impossible> {
        let mut sets: Vec<&BTreeSet<usize>> = self.0.keys().collect();
        sets.sort_by_key(|set| set.len());
        let (mut short, mut found) = (Vec::<&BTreeSet<usize>>::new(), Vec::new());
        for set in sets {
            if short.iter().any(|smaller| smaller.is_subset(set)) {
                continue;
            }
            let available: u64 = set.iter().map(|at| has[*at]).sum();
            let within = self.0.iter().filter(|(of, _)| of.is_subset(set));
            let all: Vec<_> = within.flat_map(|(_, sessions)| sessions).copied().collect();
            if let Some((needed, sessions)) = smallest(all, available) {
                short.push(set);
                found.push(Impossible::TooLittle {
                    subjects: set.iter().map(|at| subject(*at)).collect(),
                    sessions,
                    needed,
                    available,
                });
            }
        }
        found
    }
}

/// The fewest sessions that together need more than there is, and what they need.
fn smallest(mut all: Vec<(u64, &SessionId)>, available: u64) -> Option<(u64, Vec<SessionId>)> {
    all.sort_by(|first, second| second.0.cmp(&first.0).then(first.1.cmp(second.1)));
    let (mut needed, mut sessions) = (0, Vec::new());
    for (slots, session) in all {
        needed += slots;
        sessions.push(session.clone());
        if needed > available {
            sessions.sort();
            return Some((needed, sessions));
        }
    }
    None
}

/// What there is, by the rules that block.
struct Supply<'a> {
    problem: &'a Problem,
}

impl Supply<'_> {
    fn blocks(&self, rule: Rule) -> bool {
        self.problem.rules().of(rule).severity == Severity::Block
    }

    fn holds(&self, rule: Rule, session: &Session) -> bool {
        self.blocks(rule) && self.problem.excepted(&session.id) & rule.bit() == 0
    }

    /// Whether availability can never be broken, by no session.
    fn must_be_open(&self) -> bool {
        let exceptions = self.problem.input().exceptions.iter();
        let mut of_rule = exceptions.filter(|one| one.rule == Rule::Availability);
        self.blocks(Rule::Availability) && of_rule.next().is_none()
    }

    fn rooms(&self, batch: usize, session: &Session) -> BTreeSet<usize> {
        let seats = self.problem.seats(batch);
        let Venue::Room(needs) = &session.venue else {
            return BTreeSet::new();
        };
        let rooms = self.problem.rooms().iter().enumerate();
        let fits = rooms.filter(|(_, room)| {
            let large = room.capacity >= seats || !self.holds(Rule::Capacity, session);
            let equipped = needs.is_subset(&room.features) || !self.holds(Rule::Features, session);
            large && equipped
        });
        fits.map(|(at, _)| at).collect()
    }

    fn instructors(&self, batch: usize, session: &Session) -> BTreeSet<usize> {
        if !self.holds(Rule::Qualification, session) {
            return (0..self.problem.instructors().len()).collect();
        }
        let qualified = self.problem.batches()[batch].instructors.iter();
        qualified
            .filter_map(|id| self.problem.instructor_index(id))
            .collect()
    }

    fn of_room(&self, at: usize) -> u64 {
        let room = &self.problem.rooms()[at];
        let closed =
            |slot| self.must_be_open() && room.closed.iter().any(|window| window.contains(slot));
        let booked = |booking: &Booking| booking.room.as_ref() == Some(&room.id);
        self.free(closed, booked) * u64::from(room.at_once)
    }

    fn of_instructor(&self, at: usize) -> u64 {
        let who = &self.problem.instructors()[at];
        let away = |slot| self.must_be_open() && !who.is_there(slot);
        let booked = |booking: &Booking| booking.instructor.as_ref() == Some(&who.id);
        let free = self.free(away, booked);
        match who.max_slots.filter(|_| self.blocks(Rule::LoadLimit)) {
            Some(most) => free.min(u64::from(most)),
            None => free,
        }
    }

    /// The slots that are neither closed nor booked.
    fn free(&self, closed: impl Fn(u32) -> bool, booked: impl Fn(&Booking) -> bool) -> u64 {
        let bookings: Vec<&Booking> = self
            .problem
            .bookings()
            .iter()
            .filter(|b| booked(b))
            .collect();
        let taken = |slot: u32| bookings.iter().any(|b| b.window.contains(slot));
        let slots = (0..self.problem.slots()).filter(|slot| !closed(*slot) && !taken(*slot));
        slots.count() as u64
    }
}
