use super::state::State;
use crate::problem::claims::Claim;
use crate::solution::{Bound, BoundMethod};

/// Up to this many claims of a person, every subset is tried.
const SUBSET_CLAIMS: usize = 12;

impl State<'_> {
    /// A value that no feasible plan can exceed.
    ///
    /// # Formula
    /// ```text
    /// for prices π ≥ 0:  Σ persons max over subsets Σ (value − π) + Σ programs π × seats
    /// ```
    /// Weak duality makes every price vector valid; the least of three is taken: no price,
    /// and, for each program, the value of the first claim beyond its seats, whole and halved.
    pub(super) fn bound(&self, held: &[bool]) -> Bound {
        let seats: Vec<u64> = (0..self.problem.programs.len())
            .map(|p| self.seats_at_most(p))
            .collect();
        let prices = self.marginal_values(&seats, held);
        let halves: Vec<u64> = prices.iter().map(|price| price / 2).collect();
        let none = vec![0; prices.len()];
        let value = [none, halves, prices]
            .iter()
            .map(|prices| self.relaxed(prices, &seats, held))
            .min()
            .unwrap_or(0);
        Bound {
            value,
            method: BoundMethod::PersonSubsets,
        }
    }

    /// The most seats of a program: by batches, rooms and its fund alone.
    fn seats_at_most(&self, program: usize) -> u64 {
        let data = &self.problem.programs[program];
        let standing: u64 = self.of_program[program]
            .iter()
            .map(|row| &self.batches[*row as usize])
            .filter(|batch| batch.fixed.is_some())
            .map(|batch| u64::from(batch.capacity))
            .sum();
        if !data.usable {
            return standing;
        }
        let supply = &self.problem.supply;
        let by_rooms = data.sessions.iter().filter_map(|session| {
            let rooms = session.rooms.as_ref()?;
            let sizes = rooms.iter().map(|row| supply.rooms[*row as usize].capacity);
            Some(sizes.max().unwrap_or(0))
        });
        let size = by_rooms.fold(data.max_seats, u32::min);
        let held = data.fund.map_or(0, |fund| supply.amounts[fund as usize]);
        let by_money = |each: i64| {
            if each > 0 {
                (held / each) as u64
            } else {
                u64::MAX
            }
        };
        let batches = u64::from(data.max_batches).min(by_money(data.per_batch));
        standing + (batches * u64::from(size)).min(by_money(data.per_seat))
    }

    fn free_claims<'a>(&'a self, held: &'a [bool]) -> impl Iterator<Item = (usize, &'a Claim)> {
        let problem = self.problem;
        let claims = problem.claims.iter().enumerate();
        claims.filter(move |(row, claim)| {
            !held[*row] && claim.open() && problem.people.assignable[claim.person as usize]
        })
    }

    /// For each program the value of the first claim beyond its seats.
    fn marginal_values(&self, seats: &[u64], held: &[bool]) -> Vec<u64> {
        let mut values = vec![Vec::new(); seats.len()];
        for (_, claim) in self.free_claims(held) {
            values[claim.program as usize].push(u64::from(claim.value));
        }
        let price = |(values, seats): (&mut Vec<u64>, &u64)| {
            values.sort_unstable_by(|a, b| b.cmp(a));
            values
                .get(usize::try_from(*seats).unwrap_or(usize::MAX))
                .copied()
                .unwrap_or(0)
        };
        values.iter_mut().zip(seats).map(price).collect()
    }

    fn relaxed(&self, prices: &[u64], seats: &[u64], held: &[bool]) -> i64 {
        let claims = &self.problem.claims;
        let kept: u64 = (0..claims.len())
            .filter(|row| held[*row])
            .map(|row| u64::from(claims[row].value))
            .sum();
        let priced = prices
            .iter()
            .zip(seats)
            .map(|(price, seats)| price.saturating_mul(*seats));
        let sold: u64 = priced.fold(0, u64::saturating_add);
        let free: Vec<&Claim> = self.free_claims(held).map(|(_, claim)| claim).collect();
        let people = free.chunk_by(|a, b| a.person == b.person);
        let best: u64 = people.map(|claims| self.best_subset(claims, prices)).sum();
        i64::try_from(kept.saturating_add(sold).saturating_add(best)).unwrap_or(i64::MAX)
    }

    /// The greatest priced value of claims that one person could follow together.
    fn best_subset(&self, claims: &[&Claim], prices: &[u64]) -> u64 {
        let gain =
            |claim: &&&Claim| u64::from(claim.value).saturating_sub(prices[claim.program as usize]);
        let all: u64 = claims.iter().map(|claim| gain(&claim)).sum();
        let slots = |claim: &&Claim| -> u64 {
            let sessions = &self.problem.programs[claim.program as usize].sessions;
            sessions
                .iter()
                .map(|session| u64::from(session.slots))
                .sum()
        };
        let room = u64::from(self.problem.time.slots());
        let fits = claims.iter().map(slots).fold(0, u64::saturating_add) <= room;
        if fits || claims.len() > SUBSET_CLAIMS {
            return all;
        }
        (1_u32..1 << claims.len())
            .map(|subset| {
                let chosen = || {
                    claims
                        .iter()
                        .enumerate()
                        .filter(|(row, _)| subset >> row & 1 == 1)
                };
                let length: u64 = chosen().map(|(_, claim)| slots(claim)).sum();
                let value: u64 = chosen().map(|(_, claim)| gain(&claim)).sum();
                if length <= room { value } else { 0 }
            })
            .max()
            .unwrap_or(0)
    }
}
