use std::collections::BTreeSet;

use super::dating::Lack;
use super::place::{Placed, When};
use super::state::{BatchState, State};

/// What is known of a program while its batches are opened.
#[derive(Debug, Default, Clone)]
pub(super) struct Course {
    /// Its open claims, the most appealing first.
    pub(super) order: Vec<usize>,
    /// Whether some of them were mandatory from the start.
    pub(super) mandatory: bool,
    /// The starts at which no batch can be opened any more.
    dead: Vec<bool>,
    /// Why the last attempt failed; empty while it can go on.
    pub(super) lacks: BTreeSet<Lack>,
    pub(super) closed: bool,
}

/// A batch that could be opened.
pub(super) struct Draft {
    pub(super) sessions: Vec<Placed>,
    pub(super) when: When,
    capacity: u32,
    /// The claims that get its seats.
    pub(super) chosen: Vec<usize>,
    worth: i64,
}

impl Course {
    pub(super) fn reopen(&mut self) {
        self.dead.clear();
        self.lacks.clear();
        self.closed = false;
    }
}

impl State<'_> {
    /// Opens the best next batch of a program, or closes the program and says why.
    pub(super) fn open_next(&mut self, program: u32, course: &mut Course, tries: u32) -> bool {
        let data = &self.problem.programs[program as usize];
        course.order.retain(|row| !self.seated(*row));
        course.lacks.clear();
        let open = self.of_program[program as usize].len() as u32;
        if open >= data.max_batches {
            course.lacks.insert(Lack::Limit);
        } else if data.usable && (course.order.len() as u32) < data.min_seats {
            course.lacks.insert(Lack::People);
        }
        let draft = (data.usable && course.lacks.is_empty())
            .then(|| self.best_draft(program, course, tries))
            .flatten();
        course.closed = draft.is_none();
        let Some(draft) = draft else {
            return false;
        };
        self.open_draft(program, draft);
        true
    }

    /// Opens the batch of a draft.
    pub(super) fn open_draft(&mut self, program: u32, draft: Draft) -> usize {
        let batch = self.open(BatchState {
            program,
            sessions: draft.sessions,
            when: draft.when,
            capacity: draft.capacity,
            seats: Vec::new(),
            units: Vec::new(),
            fixed: None,
            mended: None,
            fixed_cost: 0,
            frozen: false,
            open: true,
        });
        for row in draft.chosen {
            self.seat(batch, self.problem.claims[row].person);
        }
        batch
    }

    fn best_draft(&self, program: u32, course: &mut Course, tries: u32) -> Option<Draft> {
        let time = &self.problem.time;
        course.dead.resize(time.slots() as usize, false);
        let ideal = self.ideal(program, &course.order);
        let mut best: Option<Draft> = None;
        let (mut found, mut start) = (0, 0);
        while start < time.slots() && found < tries {
            let here = start;
            start += 1;
            if course.dead[here as usize] {
                continue;
            }
            let draft = self.draft(program, here, &course.order, &mut course.lacks);
            let Some(draft) = draft else {
                course.dead[here as usize] = true;
                continue;
            };
            found += 1;
            let worth = draft.worth;
            if best.as_ref().is_none_or(|best| worth > best.worth) {
                best = Some(draft);
            }
            if worth >= ideal {
                break;
            }
            while start < time.slots() && time.day_of(start) == time.day_of(here) {
                start += 1;
            }
        }
        if best.is_none() && course.lacks.is_empty() {
            course.lacks.insert(Lack::Dates);
        }
        best
    }

    /// How appealing the first claims of the largest batch are.
    fn ideal(&self, program: u32, order: &[usize]) -> i64 {
        let most = self.problem.programs[program as usize].max_seats as usize;
        self.appeal_of(&order[..most.min(order.len())])
    }

    fn appeal_of(&self, rows: &[usize]) -> i64 {
        rows.iter().map(|row| self.guide.appeal[*row]).sum()
    }

    /// The batch that would begin in this slot, its seats given to the first of these claims.
    pub(super) fn draft(
        &self,
        program: u32,
        start: u32,
        order: &[usize],
        lacks: &mut BTreeSet<Lack>,
    ) -> Option<Draft> {
        let data = &self.problem.programs[program as usize];
        let wish = data.max_seats.min(order.len() as u32);
        let sessions = self.date(program, start, wish, lacks)?;
        let when = self.when(program, &sessions)?;
        let capacity = self.capacity(program, &sessions);
        let left = self.money_of(program) - self.base_cost(program, &sessions);
        let paid = match data.per_seat {
            0 if left >= 0 => u32::MAX,
            each if each > 0 => u32::try_from(left / each).unwrap_or(0),
            _ => 0,
        };
        let chosen = if left < 0 || paid < data.min_seats {
            Err(Lack::Money)
        } else {
            self.choose(program, &when, order, capacity.min(paid))
        };
        match chosen {
            Err(lack) => {
                lacks.insert(lack);
                None
            }
            Ok(chosen) => Some(Draft {
                sessions,
                when,
                capacity,
                worth: self.appeal_of(&chosen),
                chosen,
            }),
        }
    }

    pub(super) fn capacity(&self, program: u32, sessions: &[Placed]) -> u32 {
        let rooms = sessions.iter().filter_map(|session| session.room);
        let sizes = rooms.map(|room| self.problem.supply.rooms[room as usize].capacity);
        sizes.fold(self.problem.programs[program as usize].max_seats, u32::min)
    }
}
