use std::collections::BTreeSet;
use std::ops::Range;

use bangkom_domain::plan::{Batch, Session};

use super::place::{Placed, When};
use super::state::{BatchState, State};
use crate::problem::bits::Mask;
use crate::problem::programs::{ProgramData, SessionNeed};

/// How many other dates are tried for a batch that cannot stay where it was.
const DATES: usize = 80;

impl State<'_> {
    /// Opens the announced batches again that lost a room, an instructor or their dates.
    ///
    /// First with other rooms and instructors on the same dates, which changes nothing for the
    /// participants; then on the dates nearest to these on which most of them can come.
    pub(super) fn mend(&mut self) {
        let loose = &self.problem.loose;
        let mut rows: Vec<usize> = (0..loose.len()).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(loose[*row].seats.len()));
        let mut moved = Vec::new();
        for row in rows {
            let same = self.same_dates(row);
            if !same.is_some_and(|sessions| self.reinstate(row, sessions)) {
                moved.push(row);
            }
        }
        for row in moved {
            self.move_batch(row);
        }
    }

    /// The sessions on their dates, with rooms and instructors that are free.
    fn same_dates(&self, row: usize) -> Option<Vec<Placed>> {
        let batch = &self.problem.loose[row];
        let program = self.program_of(batch)?;
        let data = &self.problem.programs[program];
        let seats = batch.seats.len() as u32;
        let mut placed = Vec::new();
        for (session, need) in batch.sessions.iter().zip(&data.sessions) {
            let spans = session.times.iter();
            let slots: Vec<u32> = spans.flat_map(|s| self.problem.time.slots_of(*s)).collect();
            let block = self.problem.time.block(*slots.first()?, need.slots)?;
            if !block.clone().eq(slots.iter().copied()) {
                return None;
            }
            let as_it_was = self.placed(session, &slots);
            let refreshed = self.staffed(data, need, block, &as_it_was, (seats, &placed))?;
            placed.push(refreshed);
        }
        (placed.len() == data.sessions.len()).then_some(placed)
    }

    fn program_of(&self, batch: &Batch) -> Option<usize> {
        let programs = &self.problem.programs;
        let found = programs.binary_search_by(|p| p.id.cmp(&batch.program));
        found.ok().filter(|row| programs[*row].usable)
    }

    /// Opens the batch with these sessions for those of its people who can come.
    fn reinstate(&mut self, row: usize, sessions: Vec<Placed>) -> bool {
        let batch = &self.problem.loose[row];
        let Some(program) = self.program_of(batch) else {
            return false;
        };
        let Some(when) = self.when(program as u32, &sessions) else {
            return false;
        };
        let data = &self.problem.programs[program];
        if self.of_program[program].len() as u32 >= data.max_batches
            || self.money_of(program as u32) < self.base_cost(program as u32, &sessions)
        {
            return false;
        }
        let capacity = self.capacity(program as u32, &sessions);
        let at = self.open(BatchState {
            program: program as u32,
            sessions,
            when,
            capacity,
            seats: Vec::new(),
            units: Vec::new(),
            fixed: None,
            mended: Some(row),
            fixed_cost: 0,
            frozen: false,
            open: true,
        });
        for claim in self.able(row, program as u32, &self.batches[at].when) {
            let person = self.problem.claims[claim].person;
            let room = self.batches[at].seats.len() < self.batches[at].capacity as usize;
            let spared = self.unit_spares(person, &self.batches[at].when);
            if room && spared && self.money_of(program as u32) >= data.per_seat {
                self.seat(at, person);
            }
        }
        let sound = self.even_out(at);
        if !sound {
            self.dissolve(at);
            self.vacant.push(at as u32);
        }
        sound
    }

    /// The claims of the people of a broken batch who can come to it on these dates.
    fn able(&self, row: usize, program: u32, when: &When) -> Vec<usize> {
        let seats = self.problem.loose[row].seats.iter();
        let persons = seats.filter_map(|seat| self.problem.people.find(seat.person));
        persons
            .filter_map(|person| self.claim_of(person, program))
            .filter(|claim| {
                let person = self.problem.claims[*claim].person;
                !self.seated(*claim)
                    && self.problem.claims[*claim].open()
                    && self.can_take_part(*claim, when)
                    && self.unit_spares(person, when)
                    && !self.followed_too_early(*claim, when)
            })
            .collect()
    }

    /// Takes seats away until size and mixing are right; says whether they are.
    fn even_out(&mut self, at: usize) -> bool {
        let data = &self.problem.programs[self.batches[at].program as usize];
        loop {
            let batch = &self.batches[at];
            let seats = batch.seats.len() as u32;
            if seats < data.min_seats || (batch.units.len() as u32) < data.min_units {
                return false;
            }
            let mut over = batch.units.iter();
            let Some((unit, _)) = over.find(|(_, n)| n * 1_000 > data.share * seats).copied()
            else {
                return true;
            };
            let of_unit = batch.seats.iter().copied();
            let of_unit = of_unit.filter(|p| self.problem.people.unit[*p as usize] == unit);
            let lightest = of_unit.min_by_key(|p| (self.seat_weight(at as u32, *p), *p));
            let Some(person) = lightest else { return false };
            self.unseat(at, person);
        }
    }

    /// Tries the dates nearest to those that the batch had, and takes the best of them.
    fn move_batch(&mut self, row: usize) -> bool {
        let batch = &self.problem.loose[row];
        let Some(program) = self.program_of(batch) else {
            return false;
        };
        let time = &self.problem.time;
        let first = batch.sessions.first().and_then(Session::first_day);
        let near = first.map_or(0, |day| time.first_slot_from(day));
        let mut starts: Vec<u32> = (0..time.slots()).collect();
        starts.sort_by_key(|start| (start.abs_diff(near), *start));
        let mut best: Option<(usize, Vec<Placed>)> = None;
        let wish = batch.seats.len() as u32;
        let mut tried = 0;
        for start in starts {
            let lacks = &mut BTreeSet::new();
            let Some(sessions) = self.date(program as u32, start, wish, lacks) else {
                continue;
            };
            let Some(when) = self.when(program as u32, &sessions) else {
                continue;
            };
            let able = self.able(row, program as u32, &when).len();
            let able = able.min(self.capacity(program as u32, &sessions) as usize);
            if best.as_ref().is_none_or(|(most, _)| able > *most) {
                best = Some((able, sessions));
            }
            tried += 1;
            if able >= batch.seats.len() || tried >= DATES {
                break;
            }
        }
        best.is_some_and(|(_, sessions)| self.reinstate(row, sessions))
    }

    /// Takes away the seats whose prerequisite went with a broken batch, and the batches that
    /// cannot do without them.
    pub(super) fn drop_unready_seats(&mut self) {
        if self.problem.loose.is_empty() {
            return;
        }
        loop {
            let unready = self.unready();
            if unready.is_empty() {
                return;
            }
            let mut touched = BTreeSet::new();
            for (batch, person) in unready {
                self.unseat(batch as usize, person);
                touched.insert(batch);
            }
            for batch in touched {
                if !self.even_out(batch as usize) {
                    self.dissolve(batch as usize);
                    self.vacant.push(batch);
                }
            }
        }
    }

    /// The seats outside frozen batches whose prerequisite is missing.
    fn unready(&self) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        for (row, batch) in self.batches.iter().enumerate() {
            if !batch.open || batch.frozen {
                continue;
            }
            let unready = batch.seats.iter().copied().filter(|person| {
                let claim = self.claim_of(*person, batch.program);
                claim.is_some_and(|claim| {
                    self.missing_prerequisite(claim, &batch.when, &[]).is_some()
                })
            });
            found.extend(unready.map(|person| (row as u32, person)));
        }
        found
    }

    /// The room and the instructors as they were where they can stay, others where not.
    fn staffed(
        &self,
        data: &ProgramData,
        need: &SessionNeed,
        slots: Range<u32>,
        before: &Placed,
        (seats, placed): (u32, &[Placed]),
    ) -> Option<Placed> {
        let mask: Mask = slots.clone().collect();
        let days = self.problem.time.day_mask(slots.clone());
        let room = match &need.rooms {
            None => None,
            Some(rooms) => {
                Some(self.room(rooms, before.room, seats, data.min_seats, &mask, &days)?)
            }
        };
        let mut known = placed.to_vec();
        known.push(Placed {
            slots: 0..0,
            ..before.clone()
        });
        let teachers = self.teachers_for(data, need, &known, &mask, &days, &mut BTreeSet::new())?;
        Some(Placed {
            slots,
            room,
            teachers,
        })
    }
}
