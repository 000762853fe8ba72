use crate::annual::state::State;
use crate::search::Rng;

/// How many draws are made for a batch that may be dissolved.
const DRAWS: u32 = 20;

/// What the batches that are dissolved together have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// One batch alone.
    Single,
    /// The same program.
    Program,
    /// Days near each other.
    Week,
    /// The same room.
    Room,
    /// An instructor of the one could teach the other.
    Instructor,
    /// Persons of the same unit.
    Unit,
    /// An instructor who could teach what somebody without a seat claims.
    Claim,
}

impl Relation {
    pub(super) const ALL: [Self; 8] = [
        Self::Single,
        Self::Program,
        Self::Week,
        Self::Room,
        Self::Instructor,
        Self::Unit,
        Self::Claim,
        Self::Claim,
    ];
}

impl State<'_> {
    /// A few batches that may be dissolved, related in this way; none where there are none.
    pub(super) fn related(&self, relation: Relation, most: u32, rng: &mut Rng) -> Vec<usize> {
        let Some(seed) = self.some_batch(rng) else {
            return Vec::new();
        };
        let mut rows = vec![seed];
        if relation == Relation::Single {
            return rows;
        }
        for _ in 0..DRAWS * most {
            if rows.len() as u32 >= most {
                break;
            }
            let drawn = if relation == Relation::Program {
                self.sibling(seed, rng)
            } else {
                self.some_batch(rng)
            };
            let fits = |row: &usize| !rows.contains(row) && self.relates(relation, seed, *row);
            rows.extend(drawn.filter(fits));
        }
        rows
    }

    /// A few batches of an instructor who may teach the program.
    pub(super) fn of_instructor(&self, program: u32, most: u32, rng: &mut Rng) -> Vec<usize> {
        let qualified = &self.problem.programs[program as usize].qualified;
        if qualified.is_empty() {
            return Vec::new();
        }
        let teacher = qualified[rng.below(qualified.len() as u32) as usize];
        let teaches = |row: &usize| {
            let batch = &self.batches[*row];
            let mut sessions = batch.sessions.iter();
            batch.loose()
                && batch.program != program
                && sessions.any(|session| session.teachers.contains(&teacher))
        };
        let mut rows: Vec<usize> = (0..self.batches.len()).filter(teaches).collect();
        while rows.len() as u32 > most {
            rows.swap_remove(rng.below(rows.len() as u32) as usize);
        }
        rows
    }

    fn some_batch(&self, rng: &mut Rng) -> Option<usize> {
        let all = self.batches.len() as u32;
        (0..DRAWS)
            .filter(|_| all > 0)
            .map(|_| rng.below(all) as usize)
            .find(|row| self.batches[*row].loose())
    }

    fn sibling(&self, seed: usize, rng: &mut Rng) -> Option<usize> {
        let siblings = &self.of_program[self.batches[seed].program as usize];
        let row = siblings[rng.below(siblings.len() as u32) as usize] as usize;
        self.batches[row].loose().then_some(row)
    }

    fn relates(&self, relation: Relation, one: usize, other: usize) -> bool {
        let (one, other) = (&self.batches[one], &self.batches[other]);
        match relation {
            Relation::Single | Relation::Claim => false,
            Relation::Program => true,
            Relation::Week => {
                let days = (one.when.begin.0 - other.when.begin.0).num_days();
                days.abs() <= 4
            }
            Relation::Room => one.sessions.iter().any(|session| {
                let mut others = other.sessions.iter();
                session.room.is_some() && others.any(|o| o.room == session.room)
            }),
            Relation::Instructor => {
                let qualified = &self.problem.programs[other.program as usize].qualified;
                let mut teachers = one.sessions.iter().flat_map(|s| &s.teachers);
                teachers.any(|teacher| qualified.contains(teacher))
            }
            Relation::Unit => {
                let share = |batch: &crate::annual::state::BatchState, unit| {
                    batch.of_unit(unit) * 5 >= batch.seats.len() as u32
                };
                let mut units = one.units.iter();
                units.any(|(unit, _)| share(one, *unit) && share(other, *unit))
            }
        }
    }
}
