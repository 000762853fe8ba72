use std::collections::BTreeSet;

use super::quality::Quality;
use super::tools::Tools;
use crate::annual::state::{BatchState, State};

impl State<'_> {
    /// Moves a batch with all its people to other dates, rooms or instructors, if that is better.
    pub(super) fn shift(&mut self, row: usize, quality: &Quality, tools: &mut Tools<'_>) {
        let program = self.batches[row].program;
        let starts = &tools.lists.starts[program as usize];
        if !self.batches[row].loose() || starts.is_empty() {
            return;
        }
        let start = starts[tools.rng.below(starts.len() as u32) as usize];
        let before = quality.of(self, row);
        let persons = self.batches[row].seats.clone();
        self.begin();
        self.dissolve(row);
        self.twist = tools.rng.bits() as u32;
        let moved = self.reopened(program, start, &persons);
        self.twist = 0;
        if moved.is_some_and(|moved| quality.of(self, moved) <= before) {
            self.keep();
        } else {
            self.take_back();
        }
    }

    /// Opens a batch for just these people; none where one of them cannot come.
    fn reopened(&mut self, program: u32, start: u32, persons: &[u32]) -> Option<usize> {
        let seats = persons.len() as u32;
        let sessions = self.date(program, start, seats, &mut BTreeSet::new())?;
        let when = self.when(program, &sessions)?;
        let capacity = self.capacity(program, &sessions);
        let per_seat = self.problem.programs[program as usize].per_seat;
        let cost = self.base_cost(program, &sessions) + per_seat * i64::from(seats);
        let claims: Option<Vec<usize>> = persons
            .iter()
            .map(|person| self.claim_of(*person, program))
            .collect();
        let can = |claim: &usize| {
            self.can_take_part(*claim, &when) && !self.followed_too_early(*claim, &when)
        };
        if capacity < seats || cost > self.money_of(program) || !claims?.iter().all(can) {
            return None;
        }
        let row = self.open(BatchState {
            program,
            sessions,
            when,
            capacity,
            seats: Vec::new(),
            units: Vec::new(),
            fixed: None,
            mended: None,
            fixed_cost: 0,
            frozen: false,
            open: true,
        });
        for person in persons {
            if !self.unit_spares(*person, &self.batches[row].when) {
                return None;
            }
            self.seat(row, *person);
        }
        Some(row)
    }
}
