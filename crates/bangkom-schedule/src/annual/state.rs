use std::collections::BTreeMap;
use std::ops::Range;

use bangkom_domain::id::InstructorId;
use chrono::NaiveDate;

use crate::problem::Problem;
use crate::problem::bits::{BitTable, Mask};

/// A slot of a day, in order of time.
pub(super) type At = (NaiveDate, u8);

/// When a batch takes place.
#[derive(Debug, Clone)]
pub(super) struct When {
    pub(super) slots: Mask,
    pub(super) days: Mask,
    /// The days on which participants are away from their units.
    pub(super) away: Vec<u32>,
    pub(super) begin: At,
    pub(super) end: At,
}

/// One session with its place and its instructors.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) slots: Range<u32>,
    pub(super) room: Option<u32>,
    pub(super) teachers: Vec<u32>,
}

/// One batch of the plan in the making.
#[derive(Debug, Clone)]
pub(super) struct BatchState {
    pub(super) program: u32,
    pub(super) sessions: Vec<Placed>,
    pub(super) when: When,
    pub(super) capacity: u32,
    pub(super) seats: Vec<u32>,
    pub(super) units: BTreeMap<u32, u32>,
    /// The place in the list of fixed batches.
    pub(super) fixed: Option<usize>,
    pub(super) frozen: bool,
}

/// What is taken so far.
pub(super) struct State<'p> {
    pub(super) problem: &'p Problem<'p>,
    pub(super) busy: BitTable,
    pub(super) away: BitTable,
    pub(super) unit_away: Vec<u32>,
    pub(super) unit_days: Vec<u32>,
    pub(super) rooms: BitTable,
    pub(super) teachers: BitTable,
    pub(super) taught: Vec<u32>,
    pub(super) money: Vec<i64>,
    pub(super) batches: Vec<BatchState>,
    pub(super) of_program: Vec<Vec<u32>>,
    pub(super) held: Vec<Vec<u32>>,
    pub(super) seated: Vec<bool>,
}

impl<'p> State<'p> {
    pub(super) fn new(problem: &'p Problem<'p>) -> Self {
        let (slots, days) = (problem.time.slots() as usize, problem.time.days().len());
        let (people, units) = (problem.people.ids.len(), problem.units.ids.len());
        let (rooms, teachers) = (problem.supply.rooms.len(), problem.supply.instructors.len());
        let mut state = Self {
            problem,
            busy: BitTable::new(people, slots),
            away: BitTable::new(people, days),
            unit_away: vec![0; units * days],
            unit_days: vec![0; units],
            rooms: BitTable::new(rooms, slots),
            teachers: BitTable::new(teachers, slots),
            taught: vec![0; teachers],
            money: problem.supply.amounts.clone(),
            batches: Vec::new(),
            of_program: vec![Vec::new(); problem.programs.len()],
            held: vec![Vec::new(); people],
            seated: vec![false; problem.claims.len()],
        };
        for row in 0..problem.fixed.len() {
            state.take_fixed(row);
        }
        state
    }

    /// The place of a claim of a person in the list of claims.
    pub(super) fn claim_of(&self, person: u32, program: u32) -> Option<usize> {
        self.problem
            .claims
            .binary_search_by_key(&(person, program), |claim| (claim.person, claim.program))
            .ok()
    }

    /// What is left in the fund of a program.
    pub(super) fn money_of(&self, program: u32) -> i64 {
        let fund = self.problem.programs[program as usize].fund;
        fund.map_or(0, |fund| self.money[fund as usize])
    }

    fn pay(&mut self, program: u32, amount: i64) {
        if let Some(fund) = self.problem.programs[program as usize].fund {
            let left = &mut self.money[fund as usize];
            *left = left.saturating_sub(amount);
        }
    }

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
        for session in &batch.sessions {
            let mask: Mask = session.slots.clone().collect();
            if let Some(room) = session.room {
                self.rooms.add(room as usize, &mask);
            }
            for teacher in &session.teachers {
                self.teachers.add(*teacher as usize, &mask);
                self.taught[*teacher as usize] += session.slots.len() as u32;
            }
        }
        let cost = self.base_cost(batch.program, &batch.sessions);
        self.pay(batch.program, cost);
        let row = self.batches.len();
        self.of_program[batch.program as usize].push(row as u32);
        self.batches.push(batch);
        row
    }

    /// Gives a person a seat.
    pub(super) fn seat(&mut self, batch: usize, person: u32) {
        let program = self.batches[batch].program;
        self.pay(program, self.problem.programs[program as usize].per_seat);
        let unit = self.problem.people.unit[person as usize];
        let state = &mut self.batches[batch];
        state.seats.push(person);
        *state.units.entry(unit).or_default() += 1;
        self.busy.add(person as usize, &state.when.slots);
        let days = self.problem.time.days().len();
        for day in &state.when.away {
            if !self.away.get(person as usize, *day) {
                self.away.set(person as usize, *day);
                self.unit_away[unit as usize * days + *day as usize] += 1;
                self.unit_days[unit as usize] += 1;
            }
        }
        self.held[person as usize].push(batch as u32);
        if let Some(claim) = self.claim_of(person, program) {
            self.seated[claim] = true;
        }
    }

    fn take_fixed(&mut self, row: usize) {
        let problem = self.problem;
        let batch = &problem.fixed[row];
        let program = problem
            .programs
            .binary_search_by(|p| p.id.cmp(&batch.program));
        let (Ok(program), Some((begin, end))) = (program, problem.extent_fixed(row)) else {
            return;
        };
        let capacity = problem.capacity_fixed(row, program);
        let slots = problem.slots_fixed(row);
        for (session, slots) in batch.sessions.iter().zip(&slots) {
            self.take_session(session.room.as_ref(), &session.instructors, slots);
        }
        let slots = || slots.iter().flatten().copied();
        let when = When {
            slots: slots().collect(),
            days: problem.time.day_mask(slots()),
            away: problem.away_fixed(row, program),
            begin,
            end,
        };
        let opened = BatchState {
            program: program as u32,
            sessions: Vec::new(),
            when,
            capacity,
            seats: Vec::new(),
            units: BTreeMap::new(),
            fixed: Some(row),
            frozen: crate::problem::fixed::frozen(batch),
        };
        self.pay(program as u32, problem.session_cost_fixed(row));
        let at = self.open(opened);
        for seat in &batch.seats {
            if let Some(person) = problem.people.find(seat.person) {
                self.seat(at, person);
            }
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
