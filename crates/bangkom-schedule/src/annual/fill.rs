use super::opening::Course;
use super::state::{NOWHERE, State};

impl State<'_> {
    /// Offers every free seat again, to the most urgent first, until nobody fits.
    pub(super) fn fill(&mut self, courses: &[Course]) {
        loop {
            let before = self
                .seat_of
                .iter()
                .filter(|batch| **batch != NOWHERE)
                .count();
            for (program, course) in courses.iter().enumerate() {
                self.fill_program(program, course);
            }
            if self
                .seat_of
                .iter()
                .filter(|batch| **batch != NOWHERE)
                .count()
                == before
            {
                return;
            }
        }
    }

    fn fill_program(&mut self, program: usize, course: &Course) {
        let mut batches = self.of_program[program].clone();
        batches.retain(|batch| {
            let state = &self.batches[*batch as usize];
            !state.frozen && state.seats.len() < state.capacity as usize
        });
        batches.sort_by_key(|batch| (self.batches[*batch as usize].when.end, *batch));
        for row in &course.order {
            if batches.is_empty() {
                return;
            }
            let claim = &self.problem.claims[*row];
            if self.seated(*row) {
                continue;
            }
            let place = batches
                .iter()
                .copied()
                .find(|batch| self.admits(*row, *batch as usize));
            if let Some(batch) = place {
                self.seat(batch as usize, claim.person);
                let state = &self.batches[batch as usize];
                if state.seats.len() >= state.capacity as usize {
                    batches.retain(|other| *other != batch);
                }
            }
        }
    }
}
