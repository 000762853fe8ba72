use super::prices::Prices;
use super::tools::Tools;
use crate::annual::state::State;

/// A seat for one claim, and the seats that it costs.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    pub(super) claim: usize,
    pub(super) batch: usize,
    /// The seats that the person gives up: batches.
    pub(super) own: Vec<u32>,
    /// The seats that others lose: batch and person.
    pub(super) others: Vec<(u32, u32)>,
    /// The weight that is gained.
    pub(super) gain: i64,
}

impl Exchange {
    fn reset(&mut self, claim: usize, batch: usize) {
        self.claim = claim;
        self.batch = batch;
        self.own.clear();
        self.others.clear();
    }
}

impl State<'_> {
    /// Works out the exchange that gives a claim a seat in a batch; says whether there is one.
    ///
    /// Nothing changes.
    pub(super) fn exchange(
        &self,
        claim: usize,
        batch: usize,
        tools: &mut Tools<'_>,
        exchange: &mut Exchange,
    ) -> bool {
        exchange.reset(claim, batch);
        let target = &self.batches[batch];
        if target.frozen
            || self.seat_of[claim] == batch as u32
            || !self.could_come(claim, &target.when)
            || !self.gives_up(exchange)
            || self
                .missing_prerequisite(claim, &target.when, &exchange.own)
                .is_some()
            || self
                .exceeded_duty(claim, &target.when, &exchange.own)
                .is_some()
            || !self.makes_room(tools, exchange)
        {
            return false;
        }
        let person = self.problem.claims[claim].person;
        let prices = tools.prices;
        let net = |batch: u32, person| {
            self.seat_weight(batch, person) - self.seat_cost(batch, person, prices)
        };
        let own = exchange.own.iter().map(|batch| net(*batch, person));
        let others = exchange.others.iter();
        let others = others.map(|(batch, person)| net(*batch, *person));
        let lost: i64 = own.chain(others).sum();
        exchange.gain = self.weight[claim] - self.seat_cost(batch as u32, person, prices) - lost;
        true
    }

    /// What a seat costs at these prices, were its days not shared with other seats.
    fn seat_cost(&self, batch: u32, person: u32, prices: &Prices) -> i64 {
        let state = &self.batches[batch as usize];
        let per_seat = self.problem.programs[state.program as usize].per_seat;
        prices.of_money(self, state.program, per_seat)
            + prices.of_days(self, person, state.when.away.len())
    }

    /// Makes the exchange.
    pub(super) fn make(&mut self, exchange: &Exchange) {
        let person = self.problem.claims[exchange.claim].person;
        for batch in &exchange.own {
            self.unseat(*batch as usize, person);
        }
        for (batch, person) in &exchange.others {
            self.unseat(*batch as usize, *person);
        }
        self.seat(exchange.batch, person);
    }

    /// Whether a person's seat may be taken away: not promised, and the batch can do without.
    pub(super) fn can_lose(&self, batch: u32, person: u32) -> bool {
        let state = &self.batches[batch as usize];
        let data = &self.problem.programs[state.program as usize];
        let left = state.seats.len() as u32 - 1;
        if left < data.min_seats || !self.takeable(batch, person) {
            return false;
        }
        let unit = self.problem.people.unit[person as usize];
        let mut units = 0;
        for (one, count) in &state.units {
            let count = count - u32::from(*one == unit);
            units += u32::from(count > 0);
            if count * 1_000 > data.share * left {
                return false;
            }
        }
        units >= data.min_units
    }

    /// Whether a seat of a batch may pass from a person to one of another unit.
    pub(super) fn can_pass(&self, batch: u32, person: u32, to: u32) -> bool {
        let unit = self.problem.people.unit[person as usize];
        if !self.takeable(batch, person) {
            return false;
        }
        if unit == to {
            return true;
        }
        let state = &self.batches[batch as usize];
        let data = &self.problem.programs[state.program as usize];
        let joins = state.of_unit(to);
        let leaves = u32::from(state.of_unit(unit) == 1);
        let units = state.units.len() as u32 + u32::from(joins == 0) - leaves;
        (joins + 1) * 1_000 <= data.share * state.seats.len() as u32 && units >= data.min_units
    }

    /// Whether the seat was neither frozen nor announced.
    fn takeable(&self, batch: u32, person: u32) -> bool {
        let state = &self.batches[batch as usize];
        let problem = self.problem;
        let mended = state.mended.map(|row| &problem.loose[row]);
        let Some(before) = state.fixed.map(|row| &problem.fixed[row]).or(mended) else {
            return true;
        };
        let id = problem.people.ids[person as usize];
        let stood = before.seats.binary_search_by_key(&id, |seat| seat.person);
        !state.frozen && stood.is_err()
    }

    /// Whether a seat that the person keeps builds on this program.
    pub(super) fn is_needed(&self, person: u32, program: u32, without: &[u32]) -> bool {
        if !self.needs.unlocks[program as usize] {
            return false;
        }
        let held = self.held[person as usize].iter();
        held.filter(|batch| !without.contains(batch)).any(|batch| {
            let other = &self.batches[*batch as usize];
            let claim = self.claim_of(person, other.program);
            claim.is_some_and(|claim| {
                let mut needs = self.needs.of(claim).iter();
                needs.any(|need| need.program == program && !need.certified(other.when.begin.0))
            })
        })
    }
}
