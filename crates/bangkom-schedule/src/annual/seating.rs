use super::journal::Change;
use super::state::{NOWHERE, State};

impl State<'_> {
    /// What is left in the fund of a program.
    pub(super) fn money_of(&self, program: u32) -> i64 {
        let fund = self.problem.programs[program as usize].fund;
        fund.map_or(0, |fund| self.money[fund as usize])
    }

    pub(super) fn pay(&mut self, program: u32, amount: i64) {
        if let Some(fund) = self.problem.programs[program as usize].fund {
            let left = &mut self.money[fund as usize];
            *left = left.saturating_sub(amount);
        }
    }

    /// Gives a person a seat.
    pub(super) fn seat(&mut self, batch: usize, person: u32) {
        let program = self.batches[batch].program;
        self.pay(program, self.problem.programs[program as usize].per_seat);
        let unit = self.problem.people.unit[person as usize];
        let state = &mut self.batches[batch];
        state.seats.push(person);
        match state.units.iter_mut().find(|(one, _)| *one == unit) {
            Some((_, count)) => *count += 1,
            None => state.units.push((unit, 1)),
        }
        self.busy.add(person as usize, &state.when.slots);
        let days = self.problem.time.days().len();
        for day in &state.when.away {
            if !self.away.get(person as usize, *day) {
                self.away.set(person as usize, *day);
                self.unit_away[unit as usize * days + *day as usize] += 1;
                self.unit_days[unit as usize] += 1;
            }
        }
        let batch = batch as u32;
        self.held[person as usize].push(batch);
        if let Some(claim) = self.claim_of(person, program) {
            self.seat_of[claim] = batch;
            self.worth += self.weight[claim];
        }
        self.journal.note(Change::Seated { batch, person });
    }

    /// Takes a person's seat away.
    pub(super) fn unseat(&mut self, batch: usize, person: u32) {
        let program = self.batches[batch].program;
        self.pay(program, -self.problem.programs[program as usize].per_seat);
        let unit = self.problem.people.unit[person as usize];
        self.held[person as usize].retain(|other| *other != batch as u32);
        let state = &mut self.batches[batch];
        if let Some(place) = state.seats.iter().position(|one| *one == person) {
            state.seats.swap_remove(place);
        }
        if let Some(place) = state.units.iter().position(|(one, _)| *one == unit) {
            state.units[place].1 -= 1;
            if state.units[place].1 == 0 {
                state.units.swap_remove(place);
            }
        }
        self.busy.remove(person as usize, &state.when.slots);
        let state = &self.batches[batch];
        let days = self.problem.time.days().len();
        for day in &state.when.away {
            if !self.away_without(person, *day, batch as u32) {
                self.away.clear(person as usize, *day);
                self.unit_away[unit as usize * days + *day as usize] -= 1;
                self.unit_days[unit as usize] -= 1;
            }
        }
        let batch = batch as u32;
        if let Some(claim) = self.claim_of(person, program) {
            self.seat_of[claim] = NOWHERE;
            self.worth -= self.weight[claim];
        }
        self.journal.note(Change::Unseated { batch, person });
    }

    /// Whether the person is away on the day for another batch than this.
    pub(super) fn away_without(&self, person: u32, day: u32, batch: u32) -> bool {
        let mut others = self.held[person as usize].iter();
        others
            .any(|other| *other != batch && self.batches[*other as usize].when.away.contains(&day))
    }

    /// What a seat weighs; nothing where nobody claimed it.
    pub(super) fn seat_weight(&self, batch: u32, person: u32) -> i64 {
        let program = self.batches[batch as usize].program;
        let claim = self.claim_of(person, program);
        claim.map_or(0, |claim| self.weight[claim])
    }
}
