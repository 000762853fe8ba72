use super::blocks::Blocks;
use super::cholesky::Symmetric;
use super::point::Side;
use super::space::Space;

/// The matrix of the coupling rows once the blocks are eliminated, and Σ shares × limit / weight.
pub(super) fn assemble(space: &Space, sides: &[Side<'_>], ratios: &[f64]) -> (Symmetric, Vec<f64>) {
    let mut whole = Symmetric::new(space.rows());
    let units = (0..space.units()).map(|unit| Symmetric::new(space.unit(unit).len()));
    let mut units: Vec<Symmetric> = units.collect();
    let mut shares = vec![0.0; space.size()];
    let mut local = Local::default();
    for side in sides {
        for block in 0..side.blocks.len() {
            local.fill(side, block);
            let support = side.blocks.block(block).support;
            let limit = side.blocks.block(block).limit;
            for (at, share) in support.iter().zip(&local.share) {
                shares[*at as usize] += share * limit / local.weight;
            }
            match side.blocks.block(block).home {
                Some(unit) => {
                    let base = space.unit(unit as usize).start as u32;
                    local.scatter(&mut units[unit as usize], |row| {
                        (support[row] - base) as usize
                    });
                }
                None => local.scatter(&mut whole, |row| space.row_of(support[row])),
            }
        }
    }
    fold(space, &units, &mut whole);
    for (row, ratio) in ratios.iter().enumerate() {
        whole.add(row, row, *ratio);
    }
    (whole, space.gather(&shares))
}

/// The products of one block.
#[derive(Default)]
struct Local {
    size: usize,
    matrix: Vec<f64>,
    share: Vec<f64>,
    weight: f64,
}

impl Local {
    fn fill(&mut self, side: &Side<'_>, block: usize) {
        let blocks: &Blocks = side.blocks;
        self.size = blocks.block(block).support.len();
        self.matrix.clear();
        self.matrix.resize(self.size * self.size, 0.0);
        self.share.clear();
        self.share.resize(self.size, 0.0);
        self.weight = side.slack[block] / side.top[block];
        for column in blocks.columns_of(block) {
            let density = side.x[column] / side.z[column];
            self.weight += density;
            for (row, amount) in blocks.entries(column) {
                let scaled = density * amount;
                self.share[row] += scaled;
                for (other, amount) in blocks.entries(column).take_while(|(at, _)| *at <= row) {
                    self.matrix[row * self.size + other] += scaled * amount;
                }
            }
        }
        for row in 0..self.size {
            let part = self.share[row] / self.weight;
            for other in 0..=row {
                self.matrix[row * self.size + other] -= part * self.share[other];
            }
        }
    }

    fn scatter(&self, into: &mut Symmetric, place: impl Fn(usize) -> usize) {
        for row in 0..self.size {
            let at = place(row);
            for other in 0..=row {
                into.add(at, place(other), self.matrix[row * self.size + other]);
            }
        }
    }
}

/// Turns the matrices of units into rows: a coordinate counts in the rows of its program, and in its own.
fn fold(space: &Space, units: &[Symmetric], whole: &mut Symmetric) {
    let size = space.common.len();
    let mut programs = vec![0.0; size * size];
    for (unit, matrix) in units.iter().enumerate() {
        let here = &space.coordinates[space.unit(unit)];
        for (row, a) in here.iter().enumerate() {
            for (column, b) in here.iter().enumerate() {
                let value = matrix.get(row, column);
                if value == 0.0 {
                    continue;
                }
                if let (Some(p), Some(q)) = (a.program, b.program) {
                    programs[p as usize * size + q as usize] += value;
                }
                if a.local.is_empty() {
                    continue;
                }
                add_all(whole, &a.local, &b.local, value);
                if let Some(q) = b.program {
                    add_both(whole, &a.local, &space.common[q as usize], value);
                }
            }
        }
    }
    for (p, a) in space.common.iter().enumerate() {
        for (q, b) in space.common.iter().enumerate() {
            let value = programs[p * size + q];
            if value != 0.0 {
                add_all(whole, a, b, value);
            }
        }
    }
}

/// Adds value × a bᵀ, of which the lower triangle is kept.
fn add_all(whole: &mut Symmetric, a: &[(u32, f64)], b: &[(u32, f64)], value: f64) {
    for (row, left) in a {
        for (column, right) in b.iter().filter(|(column, _)| column <= row) {
            whole.add(*row as usize, *column as usize, value * left * right);
        }
    }
}

/// Adds value × (a bᵀ + b aᵀ), of which the lower triangle is kept.
fn add_both(whole: &mut Symmetric, a: &[(u32, f64)], b: &[(u32, f64)], value: f64) {
    add_all(whole, a, b, value);
    add_all(whole, b, a, value);
}
