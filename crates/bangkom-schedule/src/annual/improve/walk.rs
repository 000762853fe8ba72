use bangkom_domain::progress::{Observer, Progress};

use super::accept::Accept;
use super::exchange::Exchange;
use super::lists::Lists;
use super::outline::Outline;
use super::prices::Prices;
use super::quality::Quality;
use super::relate::Relation;
use super::tools::Tools;
use crate::annual::PlanOptions;
use crate::annual::state::State;
use crate::search::{Budget, Rng};
use crate::solution::StopReason;

/// How many moves a rebuild counts.
const REBUILD: u64 = 100;

/// How many moves a shift counts.
const SHIFT: u64 = 10;

/// From this share of the budget on batches are shifted for quality.
const SEATED: f64 = 0.9;

/// How many moves are made between two looks at budget and observer.
const BLOCK: u64 = 4_000;

/// How many batches of the program are tried for a seat.
const TRIES: u32 = 3;

/// Improves a plan as one walker, until its share of the budget ends.
///
/// Gives the best state seen, and why it ended.
pub(in crate::annual) fn improve<'p>(
    state: State<'p>,
    orders: Vec<Vec<usize>>,
    options: &PlanOptions<'_>,
    walker: u32,
    observer: &mut impl Observer,
) -> (State<'p>, StopReason) {
    let mut walk = Walk::new(state, orders, options);
    if walk.lists.claims.is_empty() {
        return (walk.state, StopReason::Finished);
    }
    walk.rng = Rng::stream(options.seed, walker);
    let stop = walk.run(options.budget.share(options.walkers.walkers), observer);
    if walk.settled {
        return (Outline::of(&walk.state).restore(&walk.state), stop);
    }
    (walk.best.restore(&walk.state), stop)
}

/// A plan on its way.
pub(super) struct Walk<'p> {
    pub(super) state: State<'p>,
    best: Outline,
    lists: Lists,
    accept: Accept,
    rng: Rng,
    exchange: Exchange,
    prices: Prices,
    /// The rebuilds since prices were adjusted.
    rebuilds: u64,
    quality: Quality,
    /// Whether the seats are settled and batches are only shifted.
    settled: bool,
}

impl<'p> Walk<'p> {
    pub(super) fn new(
        state: State<'p>,
        orders: Vec<Vec<usize>>,
        options: &PlanOptions<'_>,
    ) -> Self {
        let lists = Lists::new(&state, orders);
        let value = |row: &u32| f64::from(state.problem.claims[*row as usize].value);
        let mean = lists.claims.iter().map(value).sum::<f64>() / lists.claims.len().max(1) as f64;
        let prices = Prices::new(&state);
        let quality = Quality::new(&state, options.weights);
        Self {
            best: Outline::of(&state),
            state,
            lists,
            accept: Accept::new(mean),
            rng: Rng::new(options.seed),
            exchange: Exchange::default(),
            prices,
            rebuilds: 0,
            quality,
            settled: false,
        }
    }

    fn run(&mut self, budget: Budget<'_>, observer: &mut impl Observer) -> StopReason {
        let began = budget.now();
        let mut moves = 0;
        loop {
            let progress = budget.used(began, moves);
            let seen = observer.observe(Progress {
                phase: "schedule.improve",
                done: (progress * 1_000.0) as u64,
                total: 1_000,
            });
            if seen.is_break() {
                return StopReason::Observer;
            }
            if progress >= 1.0 {
                return match budget {
                    Budget::Moves(_) => StopReason::Finished,
                    Budget::Clock { .. } => StopReason::Clock,
                };
            }
            if progress >= SEATED {
                moves += self.shifts(budget.rest(moves).min(BLOCK));
                continue;
            }
            self.accept.begin(progress / SEATED);
            self.prices
                .adjust(&mut self.state, progress / SEATED, self.rebuilds);
            self.rebuilds = 0;
            moves += self.block(budget.rest(moves).min(BLOCK));
            self.remember();
        }
    }

    /// Tries moves, at least so many.
    pub(super) fn block(&mut self, most: u64) -> u64 {
        if self.lists.claims.is_empty() {
            return most;
        }
        let mut moves = 0;
        while moves < most {
            if self.rng.below(REBUILD as u32) == 0 {
                self.rebuild();
                self.rebuilds += 1;
                moves += REBUILD;
            } else {
                self.reseat();
                moves += 1;
            }
        }
        moves
    }

    /// Shifts batches of the best plan; the first time that plan is taken up again.
    pub(super) fn shifts(&mut self, most: u64) -> u64 {
        if !self.settled {
            self.settled = true;
            self.state = self.best.restore(&self.state);
        }
        let rows = self.state.batches.len() as u32;
        let tries = if rows == 0 { 0 } else { most / SHIFT };
        for _ in 0..tries {
            let row = self.rng.below(rows) as usize;
            let mut tools = Tools {
                lists: &self.lists,
                prices: &self.prices,
                noise: 1,
                rng: &mut self.rng,
            };
            self.state.shift(row, &self.quality, &mut tools);
        }
        most.max(SHIFT)
    }

    fn remember(&mut self) {
        let (missing, value) = self.state.levels();
        if (-missing, value) > self.best.levels {
            self.best = Outline::of(&self.state);
        }
    }

    fn rebuild(&mut self) {
        let kinds = Relation::ALL.len() as u32;
        let kind = self.rng.below(kinds + 1) as usize;
        let before = self.state.worth + self.prices.credit(&self.state);
        let relation = Relation::ALL.get(kind).copied();
        let mut tools = Tools {
            lists: &self.lists,
            prices: &self.prices,
            noise: self.accept.noise(),
            rng: &mut self.rng,
        };
        let sound = self.state.rebuild(relation, &mut tools, &mut self.exchange);
        let gain = self.state.worth + self.prices.credit(&self.state) - before;
        if sound && self.accept.takes(gain, &mut self.rng) {
            self.state.keep();
        } else {
            self.state.take_back();
        }
    }

    /// Tries to give some claim a seat, or another one.
    fn reseat(&mut self) {
        let claims = &self.lists.claims;
        let claim = claims[self.rng.below(claims.len() as u32) as usize] as usize;
        let program = self.state.problem.claims[claim].program as usize;
        let batches = self.state.of_program[program].len() as u32;
        if batches == 0 || (self.state.seated(claim) && self.rng.below(4) > 0) {
            return;
        }
        for _ in 0..TRIES.min(batches) {
            let batch = self.state.of_program[program][self.rng.below(batches) as usize] as usize;
            if self.works_out(claim, batch) {
                if self.accept.takes(self.exchange.gain, &mut self.rng) {
                    self.state.make(&self.exchange);
                    return;
                }
            } else if self.chain(claim, batch) {
                return;
            }
        }
    }

    fn works_out(&mut self, claim: usize, batch: usize) -> bool {
        let mut tools = Tools {
            lists: &self.lists,
            prices: &self.prices,
            noise: self.accept.noise(),
            rng: &mut self.rng,
        };
        let exchange = &mut self.exchange;
        self.state.exchange(claim, batch, &mut tools, exchange)
    }

    /// Tries to seat the person first in a program that the claim builds on.
    fn chain(&mut self, claim: usize, batch: usize) -> bool {
        let state = &self.state;
        let when = &state.batches[batch].when;
        if state.batches[batch].frozen || state.seated(claim) {
            return false;
        }
        let Some(needed) = state.missing_prerequisite(claim, when, &[]) else {
            return false;
        };
        let person = state.problem.claims[claim].person;
        let Some(first) = state.claim_of(person, needed) else {
            return false;
        };
        let batches = &state.of_program[needed as usize];
        if state.seated(first) || !state.problem.claims[first].open() || batches.is_empty() {
            return false;
        }
        let earlier = batches[self.rng.below(batches.len() as u32) as usize] as usize;
        if state.batches[earlier].when.end >= when.begin || !self.works_out(first, earlier) {
            return false;
        }
        let gain = self.exchange.gain;
        self.state.begin();
        self.state.make(&self.exchange);
        if self.works_out(claim, batch)
            && self.accept.takes(gain + self.exchange.gain, &mut self.rng)
        {
            self.state.make(&self.exchange);
            self.state.keep();
            return true;
        }
        self.state.take_back();
        false
    }
}
