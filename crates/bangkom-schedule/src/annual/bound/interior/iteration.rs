use super::blocks::Blocks;
use super::cholesky::Factor;
use super::normal::assemble;
use super::point::{Point, Side};
use super::space::Space;

/// How much of the way to the boundary a step goes.
const SHY: f64 = 0.995;

/// The product of each value with its shortfall at the start.
const START: f64 = 0.1;

/// The state of the method between steps.
#[derive(Debug)]
pub(super) struct Iteration<'a> {
    space: &'a Space,
    sides: Vec<Side<'a>>,
    prices: Vec<f64>,
    slacks: Vec<f64>,
    /// What the columns take at each coordinate, and in each row.
    taken: Vec<f64>,
    used: Vec<f64>,
    /// The sum of all products of a value with its shortfall, and how many there are.
    products: f64,
    pairs: f64,
    /// The value that the prices prove, and the best seen with its prices.
    value: f64,
    best: (f64, Vec<f64>),
}

/// How far a step may go, and what the products become.
#[derive(Debug, Clone, Copy)]
struct Reach {
    primal: f64,
    dual: f64,
    /// Σ x dz, Σ z dx, Σ dx dz.
    cross: [f64; 3],
}

impl Reach {
    const FREE: Self = Self {
        primal: 1.0 / SHY,
        dual: 1.0 / SHY,
        cross: [0.0; 3],
    };

    fn meet(&mut self, x: f64, dx: f64, z: f64, dz: f64) {
        if dx < 0.0 {
            self.primal = self.primal.min(-x / dx);
        }
        if dz < 0.0 {
            self.dual = self.dual.min(-z / dz);
        }
        self.cross[0] += x * dz;
        self.cross[1] += z * dx;
        self.cross[2] += dx * dz;
    }
}

impl<'a> Iteration<'a> {
    /// Begins where `start` ended, or far inside.
    pub(super) fn new(space: &'a Space, sets: &[&'a Blocks], start: Option<&Point>) -> Self {
        let side = |(row, set): (usize, &&'a Blocks)| match start {
            Some(start) => Side::resume(set, &start.states[row]),
            None => Side::new(set),
        };
        let mut iteration = Self {
            space,
            sides: sets.iter().enumerate().map(side).collect(),
            prices: start.map(|start| start.prices.clone()).unwrap_or_default(),
            slacks: start.map(|start| start.slacks.clone()).unwrap_or_default(),
            taken: Vec::new(),
            used: Vec::new(),
            products: 0.0,
            pairs: 0.0,
            value: f64::INFINITY,
            best: (f64::INFINITY, Vec::new()),
        };
        iteration.measure();
        let mu = start.map_or(START, |_| iteration.products / iteration.pairs);
        for row in iteration.prices.len()..space.rows() {
            let slack = (space.rhs[row] - iteration.used[row]).max(1.0);
            iteration.slacks.push(slack);
            iteration.prices.push(mu / slack);
        }
        let spread = space.spread(&iteration.prices);
        iteration
            .sides
            .iter_mut()
            .for_each(|side| side.price(&spread, mu));
        iteration.measure();
        iteration.keep();
        iteration
    }

    /// Counts what is taken, the products, and the value.
    ///
    /// # Formula
    /// ```text
    /// value = Σ rows rhs × price + Σ blocks limit × max(0, greatest gain above prices)
    /// ```
    fn measure(&mut self) {
        self.taken = vec![0.0; self.space.size()];
        let rows = self.prices.iter().zip(&self.slacks);
        let (mut products, mut pairs) = (rows.map(|(a, b)| a * b).sum::<f64>(), self.prices.len());
        let rows = self.space.rhs.iter().zip(&self.prices);
        let mut value: f64 = rows.map(|(rhs, price)| rhs * price).sum();
        let mut local = Vec::new();
        for side in &self.sides {
            for block in 0..side.blocks.len() {
                local.clear();
                local.resize(side.blocks.block(block).support.len(), 0.0);
                let mut least = side.top[block];
                for column in side.blocks.columns_of(block) {
                    products += side.x[column] * side.z[column];
                    least = least.min(side.z[column]);
                    for (place, amount) in side.blocks.entries(column) {
                        local[place] += amount * side.x[column];
                    }
                }
                products += side.slack[block] * side.top[block];
                value += side.blocks.block(block).limit * (side.top[block] - least);
                put(&mut self.taken, side, block, &local);
            }
            pairs += side.x.len() + side.slack.len();
        }
        self.used = self.space.gather(&self.taken);
        (self.products, self.pairs, self.value) = (products, pairs as f64, value);
    }

    fn keep(&mut self) {
        if self.value < self.best.0 {
            self.best = (self.value, self.prices.clone());
        }
    }

    pub(super) fn is_done(&self, gap: f64) -> bool {
        self.products <= gap * (1.0 + self.value.abs())
    }

    /// One predictor and corrector step; false when rounding allows no further one.
    pub(super) fn advance(&mut self) -> bool {
        let ratios: Vec<f64> = self
            .slacks
            .iter()
            .zip(&self.prices)
            .map(|(w, y)| w / y)
            .collect();
        let (matrix, shares) = assemble(self.space, &self.sides, &ratios);
        let factor = matrix.factor();
        let mean = self.products / self.pairs;
        let rhs = self.space.rhs.iter().zip(&shares);
        let guess = factor.solve(rhs.map(|(rhs, share)| share - rhs).collect());
        let (reach, row_products) = self.predict(&guess);
        let left = self.products
            + (SHY * reach.dual).min(1.0) * reach.cross[0]
            + (SHY * reach.primal).min(1.0) * reach.cross[1]
            + (SHY * reach.primal).min(1.0) * (SHY * reach.dual).min(1.0) * reach.cross[2];
        let target = mean * (left.max(0.0) / self.products).powi(3);
        // A short affine step says little about how the products bend over a long one.
        let trust = (reach.primal.min(1.0) * reach.dual.min(1.0)).sqrt();
        let bends: Vec<f64> = row_products.iter().map(|bend| bend * trust).collect();
        for side in &mut self.sides {
            side.bend.iter_mut().for_each(|bend| *bend *= trust);
            side.slack_bend.iter_mut().for_each(|bend| *bend *= trust);
        }
        let steps = self.correct(&factor, &bends, target);
        let (reach, slack_steps) = self.direct(&steps, &bends, target);
        let (primal, dual) = ((SHY * reach.primal).min(1.0), (SHY * reach.dual).min(1.0));
        if !steps.iter().all(|step| step.is_finite()) || primal.max(dual) < 1e-9 {
            return false;
        }
        self.walk(&steps, &slack_steps, primal, dual);
        self.keep();
        self.value.is_finite()
    }

    /// What a row's slack would change by.
    fn slack_step(&self, row: usize, price_step: f64, target: f64) -> f64 {
        let (w, y) = (self.slacks[row], self.prices[row]);
        (target - w * y - w * price_step) / y
    }

    /// The affine step: how far it could go; the products of its changes stay in the sides.
    fn predict(&mut self, guess: &[f64]) -> (Reach, Vec<f64>) {
        let spread = self.space.spread(guess);
        let mut reach = Reach::FREE;
        let mut local = Vec::new();
        for side in &mut self.sides {
            for block in 0..side.blocks.len() {
                side.gather(block, &spread, &mut local);
                let (top, slack) = (side.top[block], side.slack[block]);
                let weight = slack / top + side.weight(block);
                let mut pull = -side.blocks.block(block).limit;
                for column in side.blocks.columns_of(block) {
                    let own = side.blocks.product(column, &local);
                    side.z_step[column] = own;
                    pull -= side.x[column] / side.z[column] * own;
                }
                let top_step = pull / weight;
                for column in side.blocks.columns_of(block) {
                    let (x, z) = (side.x[column], side.z[column]);
                    let dz = side.z_step[column] + top_step;
                    let dx = -x - x / z * dz;
                    reach.meet(x, dx, z, dz);
                    side.bend[column] = dx * dz;
                }
                let slack_step = -slack - slack / top * top_step;
                reach.meet(slack, slack_step, top, top_step);
                side.slack_bend[block] = slack_step * top_step;
            }
        }
        let mut products = Vec::with_capacity(guess.len());
        for (row, dy) in guess.iter().enumerate() {
            let dw = self.slack_step(row, *dy, 0.0);
            reach.meet(self.slacks[row], dw, self.prices[row], *dy);
            products.push(dw * dy);
        }
        (reach, products)
    }

    /// The changes of prices that aim at `target` and undo what the affine step bends.
    fn correct(&self, factor: &Factor, row_products: &[f64], target: f64) -> Vec<f64> {
        let mut amounts = vec![0.0; self.space.size()];
        let mut local = Vec::new();
        for side in &self.sides {
            for block in 0..side.blocks.len() {
                let pull = side.pull(block, target);
                let weight = side.slack[block] / side.top[block] + side.weight(block);
                local.clear();
                local.resize(side.blocks.block(block).support.len(), 0.0);
                for column in side.blocks.columns_of(block) {
                    let density = side.x[column] / side.z[column];
                    let each = side.wish(column, target) - density * pull / weight;
                    for (place, amount) in side.blocks.entries(column) {
                        local[place] += amount * each;
                    }
                }
                put(&mut amounts, side, block, &local);
            }
        }
        let mut rhs = self.space.gather(&amounts);
        for (row, place) in rhs.iter_mut().enumerate() {
            let (w, y) = (self.slacks[row], self.prices[row]);
            let missing = self.space.rhs[row] - self.used[row] - w;
            *place += (target - w * y - row_products[row]) / y - missing;
        }
        factor.solve(rhs)
    }

    /// Puts the steps of columns and blocks in place, and says how far they may go.
    fn direct(&mut self, steps: &[f64], row_products: &[f64], target: f64) -> (Reach, Vec<f64>) {
        let spread = self.space.spread(steps);
        let mut reach = Reach::FREE;
        let mut local = Vec::new();
        for side in &mut self.sides {
            for block in 0..side.blocks.len() {
                side.gather(block, &spread, &mut local);
                let (top, slack) = (side.top[block], side.slack[block]);
                let weight = slack / top + side.weight(block);
                let mut pull = side.pull(block, target);
                for column in side.blocks.columns_of(block) {
                    let own = side.blocks.product(column, &local);
                    side.z_step[column] = own;
                    pull -= side.x[column] / side.z[column] * own;
                }
                let top_step = pull / weight;
                for column in side.blocks.columns_of(block) {
                    let (x, z) = (side.x[column], side.z[column]);
                    let dz = side.z_step[column] + top_step;
                    let dx = side.wish(column, target) - x / z * dz;
                    reach.meet(x, dx, z, dz);
                    side.x_step[column] = dx;
                    side.z_step[column] = dz;
                }
                let wish = (target - side.slack_bend[block]) / top - slack;
                let slack_step = wish - slack / top * top_step;
                reach.meet(slack, slack_step, top, top_step);
                side.slack_step[block] = slack_step;
                side.top_step[block] = top_step;
            }
        }
        let mut slack_steps = Vec::with_capacity(steps.len());
        for (row, dy) in steps.iter().enumerate() {
            let dw = self.slack_step(row, *dy, target - row_products[row]);
            reach.meet(self.slacks[row], dw, self.prices[row], *dy);
            slack_steps.push(dw);
        }
        (reach, slack_steps)
    }

    fn walk(&mut self, steps: &[f64], slack_steps: &[f64], primal: f64, dual: f64) {
        go(&mut self.prices, steps, dual);
        go(&mut self.slacks, slack_steps, primal);
        for side in &mut self.sides {
            go(&mut side.x, &side.x_step, primal);
            go(&mut side.z, &side.z_step, dual);
            go(&mut side.slack, &side.slack_step, primal);
            go(&mut side.top, &side.top_step, dual);
        }
        self.measure();
    }

    pub(super) fn into_point(self, steps: u32) -> Point {
        Point {
            value: self.best.0,
            best: self.best.1,
            prices: self.prices,
            slacks: self.slacks,
            taken: self.taken,
            states: self.sides.into_iter().map(Side::into_state).collect(),
            steps,
        }
    }
}

fn go(values: &mut [f64], steps: &[f64], length: f64) {
    for (value, step) in values.iter_mut().zip(steps) {
        *value += length * step;
    }
}

fn put(amounts: &mut [f64], side: &Side<'_>, block: usize, local: &[f64]) {
    for (at, value) in side.blocks.block(block).support.iter().zip(local) {
        amounts[*at as usize] += value;
    }
}
