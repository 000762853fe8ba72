use std::collections::{BTreeMap, BTreeSet};

use super::dating::Lack;
use super::state::{BatchState, Placed, State, When};

/// What is known of a program while its batches are opened.
#[derive(Debug, Default, Clone)]
pub(super) struct Course {
    /// Its open claims, the most urgent first.
    pub(super) order: Vec<usize>,
    /// The starts at which no batch can be opened any more.
    dead: Vec<bool>,
    /// Why the last attempt failed; empty while it can go on.
    pub(super) lacks: BTreeSet<Lack>,
    pub(super) closed: bool,
}

/// A batch that could be opened.
struct Draft {
    sessions: Vec<Placed>,
    when: When,
    capacity: u32,
    chosen: Vec<usize>,
    worth: (u32, u64),
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
        course.order.retain(|row| !self.seated[*row]);
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
        let batch = self.open(BatchState {
            program,
            sessions: draft.sessions,
            when: draft.when,
            capacity: draft.capacity,
            seats: Vec::new(),
            units: BTreeMap::new(),
            fixed: None,
            frozen: false,
        });
        for row in draft.chosen {
            self.seat(batch, self.problem.claims[row].person);
        }
        true
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
            let Some(draft) = self.draft(program, here, course) else {
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

    /// What the most urgent claims of the largest batch are worth.
    fn ideal(&self, program: u32, order: &[usize]) -> (u32, u64) {
        let most = self.problem.programs[program as usize].max_seats as usize;
        self.worth(&order[..most.min(order.len())])
    }

    /// How many mandatory claims these are, and what they are worth.
    pub(super) fn worth(&self, rows: &[usize]) -> (u32, u64) {
        let claims = rows.iter().map(|row| &self.problem.claims[*row]);
        claims.fold((0, 0), |(mandatory, value), claim| {
            (
                mandatory + u32::from(claim.mandatory),
                value + u64::from(claim.value),
            )
        })
    }

    fn draft(&self, program: u32, start: u32, course: &mut Course) -> Option<Draft> {
        let data = &self.problem.programs[program as usize];
        let wish = data.max_seats.min(course.order.len() as u32);
        let sessions = self.date(program, start, wish, &mut course.lacks)?;
        let when = self.when(program, &sessions)?;
        let capacity = self.capacity(program, &sessions);
        let left = self.money_of(program) - self.base_cost(program, &sessions);
        let paid = match data.per_seat {
            0 if left >= 0 => u32::MAX,
            each if each > 0 => u32::try_from(left / each).unwrap_or(0),
            _ => 0,
        };
        if left < 0 || paid < data.min_seats {
            course.lacks.insert(Lack::Money);
            return None;
        }
        match self.choose(program, &when, &course.order, capacity.min(paid)) {
            Err(lack) => {
                course.lacks.insert(lack);
                None
            }
            Ok(chosen) => Some(Draft {
                sessions,
                when,
                capacity,
                worth: self.worth(&chosen),
                chosen,
            }),
        }
    }

    fn capacity(&self, program: u32, sessions: &[Placed]) -> u32 {
        let rooms = sessions.iter().filter_map(|session| session.room);
        let sizes = rooms.map(|room| self.problem.supply.rooms[room as usize].capacity);
        sizes.fold(self.problem.programs[program as usize].max_seats, u32::min)
    }
}
