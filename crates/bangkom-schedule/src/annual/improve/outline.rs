use std::sync::Arc;

use crate::annual::state::{BatchState, State};

/// The batches of a plan, apart from what they take.
pub(in crate::annual) struct Outline {
    batches: Vec<BatchState>,
    /// Minus the mandatory claims without a seat, and the value of those with one.
    pub(in crate::annual) levels: (i64, i64),
}

impl Outline {
    pub(in crate::annual) fn of(state: &State<'_>) -> Self {
        let (missing, value) = state.levels();
        Self {
            batches: state.batches.iter().filter(|b| b.open).cloned().collect(),
            levels: (-missing, value),
        }
    }

    /// The state in which just these batches take place.
    pub(in crate::annual) fn restore<'p>(&self, state: &State<'p>) -> State<'p> {
        let mut fresh = State::empty(state.problem);
        fresh.guide = Arc::clone(&state.guide);
        fresh.teacher_price.clone_from(&fresh.guide.teaching);
        for batch in self.batches.iter().filter(|batch| batch.frozen) {
            if let Some(row) = batch.fixed {
                fresh.take_fixed(row);
            }
        }
        for batch in &self.batches {
            let Some(row) = fresh.row_of(batch) else {
                continue;
            };
            for person in &batch.seats {
                if !fresh.batches[row].seats.contains(person) {
                    fresh.seat(row, *person);
                }
            }
        }
        fresh
    }
}

impl State<'_> {
    /// The row of a frozen batch that is taken already, or of another that is opened now.
    fn row_of(&mut self, batch: &BatchState) -> Option<usize> {
        if batch.frozen {
            let mut rows = self.batches.iter();
            return rows.position(|other| other.fixed == batch.fixed);
        }
        Some(self.open(BatchState {
            seats: Vec::new(),
            units: Vec::new(),
            ..batch.clone()
        }))
    }
}
