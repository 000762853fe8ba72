use bangkom_domain::id::InstructorId;
use bangkom_domain::plan::Session;

use super::place::{Placed, When};
use super::state::{BatchState, State};
use crate::problem::bits::Mask;

impl State<'_> {
    /// Takes what a fixed batch takes, as its document says.
    pub(super) fn take_fixed(&mut self, row: usize) {
        let problem = self.problem;
        let batch = &problem.fixed[row];
        let program = problem
            .programs
            .binary_search_by(|p| p.id.cmp(&batch.program));
        let (Ok(program), Some((begin, end))) = (program, problem.extent_fixed(row)) else {
            return;
        };
        let capacity = problem.capacity_fixed(row, program);
        let frozen = crate::problem::fixed::frozen(batch);
        let slots = problem.slots_fixed(row);
        let sessions = if frozen {
            for (session, slots) in batch.sessions.iter().zip(&slots) {
                self.take_session(session.room.as_ref(), &session.instructors, slots);
            }
            Vec::new()
        } else {
            let sessions = batch.sessions.iter().zip(&slots);
            sessions
                .map(|(session, slots)| self.placed(session, slots))
                .collect()
        };
        let slots = || slots.iter().flatten().copied();
        let when = When {
            slots: slots().collect(),
            days: problem.time.day_mask(slots()),
            away: problem.away_fixed(row, program),
            length: slots().count() as u32,
            begin,
            end,
        };
        let at = self.open(BatchState {
            program: program as u32,
            sessions,
            when,
            capacity,
            seats: Vec::new(),
            units: Vec::new(),
            fixed: Some(row),
            mended: None,
            fixed_cost: if frozen {
                problem.session_cost_fixed(row)
            } else {
                0
            },
            frozen,
            open: true,
        });
        for seat in &batch.seats {
            if let Some(person) = problem.people.find(seat.person) {
                self.seat(at, person);
            }
        }
    }

    /// A session of a document that keeps every rule, in numbers.
    pub(super) fn placed(&self, session: &Session, slots: &[u32]) -> Placed {
        let supply = &self.problem.supply;
        let room = session.room.as_ref();
        let room = room.and_then(|id| supply.rooms.binary_search_by(|r| r.id.cmp(id)).ok());
        let teachers = session.instructors.iter();
        let row = |id: &InstructorId| supply.instructors.binary_search_by(|t| t.id.cmp(id)).ok();
        let first = slots.first().copied().unwrap_or(0);
        Placed {
            slots: first..first + slots.len() as u32,
            room: room.map(|row| row as u32),
            teachers: teachers.filter_map(|id| Some(row(id)? as u32)).collect(),
        }
    }

    fn take_session(
        &mut self,
        room: Option<&bangkom_domain::id::RoomId>,
        teachers: &[InstructorId],
        slots: &[u32],
    ) {
        let supply = &self.problem.supply;
        let mask: Mask = slots.iter().copied().collect();
        let room = room.and_then(|id| supply.rooms.binary_search_by(|r| r.id.cmp(id)).ok());
        if let Some(room) = room {
            self.rooms.add(room, &mask);
        }
        for id in teachers {
            if let Ok(row) = supply.instructors.binary_search_by(|t| t.id.cmp(id)) {
                self.teachers.add(row, &mask);
                self.taught[row] += slots.len() as u32;
            }
        }
    }
}
