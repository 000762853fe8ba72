use bangkom_domain::id::{BatchId, PersonId};

use super::refusals::Reasons;
use super::state::{NOWHERE, State};
use crate::problem::Problem;
use crate::solution::Refusal;

/// Who holds the seats of an announced plan, and what keeps others out of them.
pub(crate) struct Seats<'p> {
    state: State<'p>,
    ids: Vec<BatchId>,
}

impl<'p> Seats<'p> {
    pub(crate) fn new(problem: &'p Problem<'p>) -> Self {
        let state = State::new(problem);
        let ids = state.batch_ids();
        Self { state, ids }
    }

    fn row(&self, batch: &BatchId) -> Option<usize> {
        self.ids.iter().position(|id| id == batch)
    }

    /// Whether the person has a seat in the batch; none where there is no such batch.
    pub(crate) fn holds(&self, batch: &BatchId, person: PersonId) -> Option<bool> {
        let row = self.row(batch)?;
        let person = self.state.problem.people.find(person);
        Some(person.is_some_and(|person| self.state.batches[row].seats.contains(&person)))
    }

    /// Every reason against a seat in the batch; none where there is no such batch.
    pub(crate) fn reasons(&self, batch: &BatchId, person: PersonId) -> Option<Vec<Refusal>> {
        let row = self.row(batch)?;
        let program = self.state.batches[row].program;
        let known = self.state.problem.people.find(person);
        let claim = known.and_then(|known| self.state.claim_of(known, program));
        let Some(claim) = claim else {
            let program = self.state.problem.programs[program as usize].id.clone();
            return Some(vec![Refusal::NoClaim { person, program }]);
        };
        let reasons = Reasons {
            state: &self.state,
            courses: &[],
            ids: &self.ids,
            stopped: false,
        };
        let mut reasons = reasons.against(claim, row as u32);
        let held = self.state.seat_of[claim];
        if held != NOWHERE && held != row as u32 {
            reasons.push(Refusal::OtherBatch {
                person,
                program: self.state.problem.programs[program as usize].id.clone(),
                batch: self.ids[held as usize].clone(),
            });
            reasons.sort();
        }
        Some(reasons)
    }
}
