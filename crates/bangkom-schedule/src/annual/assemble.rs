use std::collections::BTreeSet;

use bangkom_domain::id::{BatchId, SessionId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::{Batch, Plan, PlanSchema, Publication, Seat, Session};
use bangkom_domain::preset::{PresetUse, Provenance};

use super::state::{BatchState, State};
use crate::problem::fixed::frozen;

impl State<'_> {
    /// The id of each batch: its own if it was fixed, else numbered in order of time.
    pub(super) fn batch_ids(&self) -> Vec<BatchId> {
        let problem = self.problem;
        let mut taken: BTreeSet<&str> = problem.fixed.iter().map(|b| b.id.as_str()).collect();
        taken.extend(
            problem
                .inputs
                .fixed
                .iter()
                .flat_map(|p| p.batches.iter().map(|b| b.id.as_str())),
        );
        let mut ids = vec![None; self.batches.len()];
        for (program, rows) in self.of_program.iter().enumerate() {
            let mut rows = rows.clone();
            rows.sort_by_key(|row| (self.batches[*row as usize].when.begin, *row));
            let mut number = 0;
            for row in rows {
                let batch = &self.batches[row as usize];
                let mended = batch.mended.map(|mended| &problem.loose[mended]);
                let before = batch.fixed.map(|fixed| &problem.fixed[fixed]).or(mended);
                ids[row as usize] = match before {
                    Some(before) => Some(before.id.clone()),
                    None => std::iter::repeat_with(|| {
                        number += 1;
                        batch_id(problem.programs[program].id.as_str(), program, number)
                    })
                    .find(|id| id.as_ref().is_none_or(|id| !taken.contains(id.as_str())))
                    .flatten(),
                };
            }
        }
        ids.into_iter().flatten().collect()
    }

    /// The plan, with batches ordered by id and seats by person.
    pub(super) fn plan(&self, ids: &[BatchId]) -> Plan {
        let problem = self.problem;
        let mut provenance = Provenance::proposal("schedule.annual", "1");
        provenance.presets = problem
            .inputs
            .policy
            .caps()
            .map(|(duty, _)| PresetUse {
                preset: duty.name.clone(),
                source: duty.source.clone(),
            })
            .collect();
        let mut batches: Vec<Batch> = self
            .batches
            .iter()
            .zip(ids)
            .map(|(batch, id)| self.batch(batch, id))
            .collect();
        let known: BTreeSet<BatchId> = ids.iter().cloned().collect();
        let others = problem
            .fixed
            .iter()
            .filter(|batch| frozen(batch) && !known.contains(&batch.id));
        batches.extend(others.cloned());
        batches.sort_by(|a, b| a.id.cmp(&b.id));
        Plan {
            schema: PlanSchema::V1,
            provenance,
            horizon: problem.inputs.resources.horizon,
            batches,
        }
    }

    fn batch(&self, state: &BatchState, id: &BatchId) -> Batch {
        let problem = self.problem;
        match state.fixed.map(|row| (row, &problem.fixed[row])) {
            Some((_, batch)) if state.frozen => batch.clone(),
            Some((_, batch)) => Batch {
                seats: self.seats(state, &batch.seats),
                cost: self.cost(state),
                ..batch.clone()
            },
            None => Batch {
                publication: state
                    .mended
                    .map_or(Publication::Draft, |_| Publication::Published),
                id: id.clone(),
                program: problem.programs[state.program as usize].id.clone(),
                sessions: self.sessions(state, id),
                seats: self.seats(
                    state,
                    state
                        .mended
                        .map_or(&[], |mended| &problem.loose[mended].seats),
                ),
                cost: self.cost(state),
            },
        }
    }

    fn cost(&self, state: &BatchState) -> Rupiah {
        let each = Rupiah::new(self.problem.programs[state.program as usize].per_seat);
        Rupiah::new(self.base_cost(state.program, &state.sessions))
            + Rupiah::new(state.fixed_cost)
            + each.times(state.seats.len() as u32)
    }

    fn seats(&self, state: &BatchState, before: &[Seat]) -> Vec<Seat> {
        let ids = &self.problem.people.ids;
        let mut persons: Vec<_> = state.seats.iter().map(|row| ids[*row as usize]).collect();
        persons.sort_unstable();
        let pinned = |person| {
            before
                .iter()
                .any(|seat| seat.person == person && seat.pinned)
        };
        persons
            .into_iter()
            .map(|person| Seat {
                person,
                pinned: pinned(person),
            })
            .collect()
    }

    fn sessions(&self, state: &BatchState, batch: &BatchId) -> Vec<Session> {
        let problem = self.problem;
        let needs = &problem.programs[state.program as usize].sessions;
        let placed = state.sessions.iter().zip(needs).enumerate();
        placed
            .filter_map(|(row, (placed, need))| {
                let supply = &problem.supply;
                Some(Session {
                    id: SessionId::new(format!("{batch}/s{}", row + 1)).ok()?,
                    kind: need.kind,
                    module: need.module.clone(),
                    times: problem.time.spans(placed.slots.clone()),
                    room: placed
                        .room
                        .map(|room| supply.rooms[room as usize].id.clone()),
                    instructors: placed
                        .teachers
                        .iter()
                        .map(|row| supply.instructors[*row as usize].id.clone())
                        .collect(),
                })
            })
            .collect()
    }
}

/// `PROGRAM/b02`; where the code of the program is too long for that, `#7/b02` by its number.
fn batch_id(program: &str, row: usize, number: u32) -> Option<BatchId> {
    /// Leaves room for the number of the batch and of a session.
    const LONGEST: usize = 48;
    let id = if program.len() <= LONGEST {
        format!("{program}/b{number:02}")
    } else {
        format!("#{}/b{number:02}", row + 1)
    };
    BatchId::new(id).ok()
}
