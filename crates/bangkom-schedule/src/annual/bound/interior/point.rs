use super::blocks::Blocks;
use super::iteration::Iteration;
use super::space::Space;

/// Where the method stands in one set of blocks.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) blocks: &'a Blocks,
    /// How much of each column is chosen, and what it falls short of the prices.
    pub(super) x: Vec<f64>,
    pub(super) z: Vec<f64>,
    /// What a full affine step would add to each product.
    pub(super) bend: Vec<f64>,
    pub(super) x_step: Vec<f64>,
    pub(super) z_step: Vec<f64>,
    /// What is left of each block's limit, and what one more would be worth.
    pub(super) slack: Vec<f64>,
    pub(super) top: Vec<f64>,
    pub(super) slack_bend: Vec<f64>,
    pub(super) slack_step: Vec<f64>,
    pub(super) top_step: Vec<f64>,
}

/// Where the method ended.
#[derive(Debug, Clone)]
pub(in crate::annual::bound) struct Point {
    /// What each coupling row is worth, by the prices that prove the least value.
    pub(in crate::annual::bound) best: Vec<f64>,
    /// Where the prices ended.
    pub(super) prices: Vec<f64>,
    /// What the chosen columns take at each coordinate.
    pub(in crate::annual::bound) taken: Vec<f64>,
    /// Where each set of blocks stands.
    pub(super) states: Vec<State>,
    pub(super) slacks: Vec<f64>,
    /// The value that the prices prove, but for rounding.
    pub(in crate::annual::bound) value: f64,
    /// How many steps were made.
    pub(in crate::annual::bound) steps: u32,
}

/// What a later program with more rows can begin with.
#[derive(Debug, Clone)]
pub(super) struct State {
    x: Vec<f64>,
    z: Vec<f64>,
    slack: Vec<f64>,
    top: Vec<f64>,
}

impl Point {
    /// How much of the columns of a block is chosen.
    pub(in crate::annual::bound) fn chosen(
        &self,
        set: usize,
        columns: std::ops::Range<usize>,
    ) -> f64 {
        self.states[set].x[columns].iter().sum()
    }
}

/// When the method ends.
#[derive(Debug, Clone, Copy)]
pub(in crate::annual::bound) struct Limits {
    pub(in crate::annual::bound) steps: u32,
    /// The distance between the two values, as a share of them.
    pub(in crate::annual::bound) gap: f64,
}

/// Solves the program of these sets of blocks, or goes on until the limit of steps.
///
/// It can begin where the same program ended that had some last rows fewer.
pub(in crate::annual::bound) fn solve(
    space: &Space,
    sets: &[&Blocks],
    start: Option<&Point>,
    limits: Limits,
) -> Point {
    let mut iteration = Iteration::new(space, sets, start);
    let mut steps = 0;
    while steps < limits.steps && !iteration.is_done(limits.gap) {
        steps += 1;
        if !iteration.advance() {
            break;
        }
    }
    iteration.into_point(steps)
}

impl<'a> Side<'a> {
    /// Every column a little, without prices yet.
    pub(super) fn new(blocks: &'a Blocks) -> Self {
        let (columns, count) = (blocks.columns(), blocks.len());
        let mut side = Self {
            blocks,
            x: vec![0.0; columns],
            z: vec![0.0; columns],
            bend: vec![0.0; columns],
            x_step: vec![0.0; columns],
            z_step: vec![0.0; columns],
            slack: vec![0.0; count],
            top: vec![0.0; count],
            slack_bend: vec![0.0; count],
            slack_step: vec![0.0; count],
            top_step: vec![0.0; count],
        };
        for block in 0..count {
            let range = blocks.columns_of(block);
            let limit = blocks.block(block).limit;
            let each = limit / (range.len() + 1) as f64;
            side.slack[block] = limit;
            for column in range {
                // What costs much is chosen little, or its product would be out of all proportion.
                side.x[column] = each / (1.0 - blocks.gain(column)).max(1.0);
                side.slack[block] -= side.x[column];
            }
        }
        side
    }

    /// As it ended before; blocks that have come in since are as in the beginning.
    pub(super) fn resume(blocks: &'a Blocks, state: &State) -> Self {
        let mut side = Self::new(blocks);
        let parts = [
            (&mut side.x, &state.x),
            (&mut side.z, &state.z),
            (&mut side.slack, &state.slack),
            (&mut side.top, &state.top),
        ];
        for (now, before) in parts {
            let known = now.len().min(before.len());
            now[..known].copy_from_slice(&before[..known]);
        }
        side
    }

    pub(super) fn into_state(self) -> State {
        State {
            x: self.x,
            z: self.z,
            slack: self.slack,
            top: self.top,
        }
    }

    /// Prices of blocks above all that their columns gain, so that products are at least `start`.
    pub(super) fn price(&mut self, spread: &[f64], start: f64) {
        let mut local = Vec::new();
        for block in 0..self.blocks.len() {
            self.gather(block, spread, &mut local);
            let range = self.blocks.columns_of(block);
            let blocks = self.blocks;
            let gain = |column| blocks.gain(column) - blocks.product(column, &local);
            let least = |column: usize| gain(column) + self.z[column] / 2.0;
            let fresh = self.top[block] == 0.0;
            let top = if fresh {
                range.clone().map(gain).fold(0.0, f64::max) + start / self.slack[block]
            } else {
                range.clone().map(least).fold(self.top[block], f64::max)
            };
            for column in range.clone() {
                self.z[column] = top - gain(column);
            }
            self.top[block] = top;
        }
    }

    /// The values at the support of a block.
    pub(super) fn gather(&self, block: usize, all: &[f64], local: &mut Vec<f64>) {
        local.clear();
        let support = self.blocks.block(block).support;
        local.extend(support.iter().map(|at| all[*at as usize]));
    }

    /// How far the block's columns move together when its price changes by one.
    pub(super) fn weight(&self, block: usize) -> f64 {
        let columns = self.blocks.columns_of(block);
        columns.map(|column| self.x[column] / self.z[column]).sum()
    }

    /// Where a column would go at unchanged prices, after the affine step.
    pub(super) fn wish(&self, column: usize, target: f64) -> f64 {
        (target - self.bend[column]) / self.z[column] - self.x[column]
    }

    /// The wishes of a block together, with that of its slack.
    pub(super) fn pull(&self, block: usize, target: f64) -> f64 {
        let columns = self.blocks.columns_of(block);
        let wishes: f64 = columns.map(|column| self.wish(column, target)).sum();
        wishes + (target - self.slack_bend[block]) / self.top[block] - self.slack[block]
    }
}
