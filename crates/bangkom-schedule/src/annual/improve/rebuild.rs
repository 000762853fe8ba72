use std::collections::BTreeSet;

use super::exchange::Exchange;
use super::prices::Prices;
use super::relate::Relation;
use super::tools::Tools;
use crate::annual::opening::Draft;
use crate::annual::state::State;

/// How many dates are tried for each program that could be opened.
const STARTS: u32 = 6;

/// How many programs of each instructor who is freed compete with those that were dissolved.
const OTHERS: u32 = 2;

/// The most batches that are dissolved together.
const MOST: u32 = 3;

/// How many claims are drawn to find one for which a batch is opened.
const DRAWS: u32 = 4;

/// A batch that stood before.
struct Before {
    program: u32,
    start: u32,
}

impl State<'_> {
    /// Dissolves related batches, if `relation` is given, and opens the best that can be opened.
    ///
    /// The changes are a trial; the caller keeps them or takes them back. Says whether all
    /// rules are kept.
    pub(super) fn rebuild(
        &mut self,
        relation: Option<Relation>,
        tools: &mut Tools<'_>,
        exchange: &mut Exchange,
    ) -> bool {
        self.begin();
        let most = 1 + tools.rng.below(MOST);
        let wanted = self.wanted(relation, tools);
        let rows = match (relation, wanted) {
            (_, Some(program)) => self.of_instructor(program, most.min(2), tools.rng),
            (Some(relation), None) => self.related(relation, most, tools.rng),
            (None, None) => Vec::new(),
        };
        let before: Vec<Before> = rows.iter().filter_map(|row| self.before(*row)).collect();
        let mut programs: BTreeSet<u32> = before.iter().map(|before| before.program).collect();
        programs.extend(wanted);
        self.others(&rows, tools, &mut programs);
        for row in &rows {
            self.dissolve(*row);
        }
        for _ in 0..=rows.len() {
            let Some((program, draft)) = self.best_of(&programs, &before, tools) else {
                break;
            };
            let batch = self.open_draft(program, draft);
            self.polish(program, batch, tools, exchange);
        }
        self.seat_again();
        self.drop_unready()
    }

    /// The program of some claim without a seat, where the rebuild is for one.
    fn wanted(&self, relation: Option<Relation>, tools: &mut Tools<'_>) -> Option<u32> {
        let claims = &tools.lists.claims;
        if relation != Some(Relation::Claim) || claims.is_empty() {
            return None;
        }
        let mut draw = || claims[tools.rng.below(claims.len() as u32) as usize] as usize;
        let drawn: Vec<usize> = (0..DRAWS).map(|_| draw()).collect();
        let unseated = drawn.into_iter().filter(|claim| !self.seated(*claim));
        let heaviest = unseated.max_by_key(|claim| self.weight[*claim]);
        heaviest.map(|claim| self.problem.claims[claim].program)
    }

    /// Programs that compete with those that are dissolved: some that their instructors may
    /// teach, and one by chance.
    fn others(&self, rows: &[usize], tools: &mut Tools<'_>, programs: &mut BTreeSet<u32>) {
        let all = tools.lists.of_program.len() as u32;
        if all > 0 {
            programs.insert(tools.rng.below(all));
        }
        for row in rows {
            let sessions = &self.batches[*row].sessions;
            for teacher in sessions.iter().flat_map(|session| &session.teachers) {
                let taught = &tools.lists.taught_by[*teacher as usize];
                for _ in 0..OTHERS.min(taught.len() as u32) {
                    programs.insert(taught[tools.rng.below(taught.len() as u32) as usize]);
                }
            }
        }
    }

    fn before(&self, row: usize) -> Option<Before> {
        let batch = &self.batches[row];
        let first = batch.sessions.first()?;
        Some(Before {
            program: batch.program,
            start: first.slots.start,
        })
    }

    /// The draft that is worth most, over some programs and dates; none that is worth nothing.
    fn best_of(
        &mut self,
        programs: &BTreeSet<u32>,
        before: &[Before],
        tools: &mut Tools<'_>,
    ) -> Option<(u32, Draft)> {
        let mut best: Option<(i64, u32, Draft)> = None;
        for program in programs {
            let data = &self.problem.programs[*program as usize];
            let open = self.of_program[*program as usize].len() as u32;
            let starts = &tools.lists.starts[*program as usize];
            if open >= data.max_batches || starts.is_empty() {
                continue;
            }
            for attempt in 0..STARTS {
                self.twist = tools.rng.bits() as u32;
                let again = before.get(attempt as usize).map(|before| before.start);
                let drawn = starts[tools.rng.below(starts.len() as u32) as usize];
                let order = &tools.lists.of_program[*program as usize];
                let start = again.unwrap_or(drawn);
                let Some(draft) = self.draft(*program, start, order, &mut BTreeSet::new()) else {
                    continue;
                };
                let gain = self.gain_of(*program, &draft, tools.prices);
                let gain = tools.blur(gain);
                if gain > best.as_ref().map_or(0, |(most, ..)| *most) {
                    best = Some((gain, *program, draft));
                }
            }
        }
        self.twist = 0;
        best.map(|(_, program, draft)| (program, draft))
    }

    /// What the seats of a draft weigh, less what it costs at these prices.
    fn gain_of(&self, program: u32, draft: &Draft, prices: &Prices) -> i64 {
        let per_seat = self.problem.programs[program as usize].per_seat;
        let cost = self.base_cost(program, &draft.sessions) + per_seat * draft.chosen.len() as i64;
        let net = |row: &usize| {
            let person = self.problem.claims[*row].person;
            self.weight[*row] - prices.of_days(self, person, draft.when.away.len())
        };
        let seats: i64 = draft.chosen.iter().map(net).sum();
        seats - prices.of_money(self, program, cost) - prices.of_teaching(&draft.sessions)
    }

    /// Gives seats of a new batch to weightier claims that must give something up for it.
    fn polish(
        &mut self,
        program: u32,
        batch: usize,
        tools: &mut Tools<'_>,
        exchange: &mut Exchange,
    ) {
        let order = &tools.lists.of_program[program as usize];
        let most = 2 * self.batches[batch].capacity as usize;
        let unseated: Vec<usize> = order
            .iter()
            .copied()
            .filter(|row| !self.seated(*row))
            .take(most)
            .collect();
        let noise = std::mem::replace(&mut tools.noise, 1);
        for row in unseated {
            if self.exchange(row, batch, tools, exchange) && exchange.gain > 0 {
                self.make(exchange);
            }
        }
        tools.noise = noise;
    }

    /// Offers those who lost a seat the free seats of all their programs.
    fn seat_again(&mut self) {
        for person in self.journal.unseated() {
            let claims = self.claims_of(person);
            let mut rows: Vec<usize> = claims
                .filter(|row| !self.seated(*row) && self.problem.claims[*row].open())
                .collect();
            rows.sort_by_key(|row| std::cmp::Reverse(self.weight[*row]));
            for row in rows {
                let program = self.problem.claims[row].program as usize;
                let mut batches = self.of_program[program].iter().copied();
                let place = batches.find(|batch| self.admits(row, *batch as usize));
                if let Some(batch) = place {
                    self.seat(batch as usize, person);
                }
            }
        }
    }

    /// Takes away the seats of those who lost, or have later now, what the seat builds on.
    ///
    /// Says whether the batches can do without them.
    fn drop_unready(&mut self) -> bool {
        loop {
            let mut dropped = false;
            for person in self.journal.unseated() {
                for batch in self.held[person as usize].clone() {
                    let other = &self.batches[batch as usize];
                    let claim = self.claim_of(person, other.program);
                    let ready = other.frozen
                        || claim.is_none_or(|row| {
                            self.missing_prerequisite(row, &other.when, &[]).is_none()
                        });
                    if ready {
                        continue;
                    }
                    if !self.can_lose(batch, person) {
                        return false;
                    }
                    self.unseat(batch as usize, person);
                    dropped = true;
                }
            }
            if !dropped {
                return true;
            }
        }
    }
}
