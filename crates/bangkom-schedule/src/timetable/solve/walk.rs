use super::step::Step;
use crate::search::{Landscape, Rng};
use crate::timetable::state::State;
use crate::timetable::tables::{Place, Tables};

/// A walk through the plans of a problem; `PLAIN` when only single slots, rooms and cohorts
/// play a part, which is evaluated by shorter code.
pub(super) struct Walk<'t, const PLAIN: bool> {
    pub(super) state: State<'t>,
    /// How many rooms of each row of the fits, the cheapest first, are worth a try now.
    pub(super) width: Vec<u32>,
    /// The search ends when the best plan is no dearer.
    pub(super) enough: i64,
}

/// How many tolerances a room may be dearer than the cheapest one and still be tried.
const REACH: f64 = 6.0;

impl<'t, const PLAIN: bool> Walk<'t, PLAIN> {
    pub(super) fn new(state: State<'t>) -> Self {
        let fits = &state.tables.kinds.fits;
        let width = (0..fits.rows()).map(|row| fits.rooms_of_row(row).len() as u32);
        let width = width.collect();
        Self {
            state,
            width,
            enough: 0,
        }
    }

    pub(super) fn tables(&self) -> &'t Tables {
        self.state.tables
    }

    /// The rooms of the kind that are worth a try now.
    #[inline]
    pub(super) fn rooms_worth_a_try(&self, kind: usize) -> &'t [u16] {
        let fits = &self.tables().kinds.fits;
        let row = fits.row(kind);
        &fits.rooms_of_row(row)[..self.width[row] as usize]
    }

    /// The slots and rooms of two sessions exchanged.
    pub(super) fn exchanged(&self, first: u32, second: u32) -> (Place, Place) {
        let places = self.state.places();
        let (one, two) = (places[first as usize], places[second as usize]);
        let moved = |from: Place, to: Place| Place {
            team: from.team,
            ..to
        };
        (moved(one, two), moved(two, one))
    }

    /// The sessions of a move with their new places, in an order that never doubles a place.
    fn changes(&self, step: Step) -> [Option<(u32, Place)>; 3] {
        match step {
            Step::Move { session, to } => [Some((session, to)), None, None],
            Step::Swap { first, second } => {
                let (one, two) = self.exchanged(first, second);
                [
                    Some((second, Place::NOWHERE)),
                    Some((first, one)),
                    Some((second, two)),
                ]
            }
            Step::Replace { session, to, out } => {
                [Some((out, Place::NOWHERE)), Some((session, to)), None]
            }
            Step::Refused => [None; 3],
        }
    }

    /// Makes the changes of a move one by one, adding up their differences, and takes them back.
    fn tried(&mut self, step: Step) -> Option<i64> {
        let changes = self.changes(step);
        let mut undo = [None; 3];
        let mut sum = Some(0);
        for (change, back) in changes.into_iter().flatten().zip(&mut undo) {
            let (session, place) = change;
            let Some(delta) = self.state.place_delta(session as usize, place) else {
                sum = None;
                break;
            };
            *back = Some((session, self.state.places()[session as usize]));
            self.state.set(session as usize, place);
            sum = sum.map(|sum| sum + delta);
        }
        for (session, place) in undo.into_iter().rev().flatten() {
            self.state.set(session as usize, place);
        }
        sum
    }
}

impl<const PLAIN: bool> Landscape for Walk<'_, PLAIN> {
    type Move = Step;

    #[inline]
    fn propose(&mut self, rng: &mut Rng) -> Option<Step> {
        if PLAIN {
            self.propose_plain(rng)
        } else {
            self.propose_general(rng)
        }
    }

    #[inline]
    fn delta(&mut self, step: Step) -> Option<i64> {
        match step {
            Step::Refused => None,
            Step::Move { session, to } if PLAIN => self.plain_move(session, to),
            Step::Swap { first, second } if PLAIN => self.plain_swap(first, second),
            Step::Move { session, to } => self.state.place_delta(session as usize, to),
            Step::Swap { .. } | Step::Replace { .. } => self.tried(step),
        }
    }

    fn apply(&mut self, step: Step, delta: i64) {
        for (session, place) in self.changes(step).into_iter().flatten() {
            self.state.set(session as usize, place);
        }
        self.state.set_energy(self.state.energy() + delta);
    }

    fn energy(&self) -> i64 {
        self.state.energy()
    }

    fn best(&self) -> i64 {
        self.state.best_energy()
    }

    fn remember(&mut self) {
        self.state.remember();
    }

    fn floor(&self) -> i64 {
        self.enough
    }

    fn levels(&self) -> Vec<i64> {
        self.tables().prices.units.to_vec()
    }

    fn focus(&mut self, tolerance: f64) {
        let t = self.tables();
        let slack = 10.0_f64.max(REACH * t.stability.weight as f64) + REACH * tolerance;
        let fits = &t.kinds.fits;
        for (row, width) in self.width.iter_mut().enumerate() {
            let cost = |room: &u16| fits.costs_of_row(row)[usize::from(*room)];
            let rooms = fits.rooms_of_row(row);
            if let Some(least) = rooms.first().map(cost) {
                let most = least as f64 + slack;
                *width = rooms.partition_point(|room| cost(room) as f64 <= most) as u32;
            }
        }
    }
}
