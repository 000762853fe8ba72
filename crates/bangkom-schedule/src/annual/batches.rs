use super::journal::Change;
use super::place::Placed;
use super::state::{BatchState, State};
use crate::problem::bits::Mask;

impl State<'_> {
    /// What the sessions cost, and the batch itself, without its seats.
    pub(super) fn base_cost(&self, program: u32, sessions: &[Placed]) -> i64 {
        let supply = &self.problem.supply;
        let sessions = sessions.iter().map(|session| {
            let room = session
                .room
                .map_or(0, |room| supply.rooms[room as usize].cost);
            let fees = session
                .teachers
                .iter()
                .map(|row| supply.instructors[*row as usize].fee)
                .fold(room, i64::saturating_add);
            fees.saturating_mul(i64::from(session.slots.len() as u32))
        });
        let per_batch = self.problem.programs[program as usize].per_batch;
        sessions.fold(per_batch, i64::saturating_add)
    }

    /// Opens a batch without seats.
    pub(super) fn open(&mut self, batch: BatchState) -> usize {
        let row = if let Some(row) = self.vacant.pop() {
            self.batches[row as usize] = batch;
            row as usize
        } else {
            self.batches.push(batch);
            self.batches.len() - 1
        };
        self.reopen(row);
        row
    }

    /// Takes what the batch of this row takes.
    pub(super) fn reopen(&mut self, row: usize) {
        self.batches[row].open = true;
        self.occupy(row, true);
        let program = self.batches[row].program;
        self.of_program[program as usize].push(row as u32);
        for day in &self.batches[row].when.away {
            self.on_day[*day as usize].push(row as u32);
        }
        self.journal.note(Change::Opened { batch: row as u32 });
    }

    /// Gives back what a batch without seats takes.
    pub(super) fn close(&mut self, row: usize) {
        self.batches[row].open = false;
        self.occupy(row, false);
        let program = self.batches[row].program as usize;
        self.of_program[program].retain(|other| *other != row as u32);
        for day in &self.batches[row].when.away {
            self.on_day[*day as usize].retain(|other| *other != row as u32);
        }
        self.journal.note(Change::Closed { batch: row as u32 });
    }

    /// Takes all seats of a batch away and closes it.
    pub(super) fn dissolve(&mut self, row: usize) {
        while let Some(person) = self.batches[row].seats.last().copied() {
            self.unseat(row, person);
        }
        self.close(row);
    }

    /// Takes or gives back rooms, instructors and money of the sessions.
    fn occupy(&mut self, row: usize, take: bool) {
        let batch = &self.batches[row];
        for session in &batch.sessions {
            let mask: Mask = session.slots.clone().collect();
            let length = session.slots.len() as u32;
            if let Some(room) = session.room {
                if take {
                    self.rooms.add(room as usize, &mask);
                } else {
                    self.rooms.remove(room as usize, &mask);
                }
            }
            for teacher in &session.teachers {
                let teacher = *teacher as usize;
                if take {
                    self.teachers.add(teacher, &mask);
                    self.taught[teacher] += length;
                } else {
                    self.teachers.remove(teacher, &mask);
                    self.taught[teacher] -= length;
                }
            }
        }
        let cost = self.base_cost(batch.program, &batch.sessions) + batch.fixed_cost;
        let program = batch.program;
        self.pay(program, if take { cost } else { -cost });
    }
}
