/// A symmetric matrix as its lower triangle, row by row.
#[derive(Debug, Clone, Default)]
pub(super) struct Symmetric {
    size: usize,
    data: Vec<f64>,
}

impl Symmetric {
    pub(super) fn new(size: usize) -> Self {
        Self {
            size,
            data: vec![0.0; size * (size + 1) / 2],
        }
    }

    fn start(row: usize) -> usize {
        row * (row + 1) / 2
    }

    /// Adds at a place of the lower triangle; the column is at most the row.
    #[inline]
    pub(super) fn add(&mut self, row: usize, column: usize, value: f64) {
        self.data[Self::start(row) + column] += value;
    }

    /// The value at a place of either triangle.
    #[inline]
    pub(super) fn get(&self, row: usize, column: usize) -> f64 {
        self.data[Self::start(row.max(column)) + row.min(column)]
    }

    fn row(&self, row: usize) -> &[f64] {
        &self.data[Self::start(row)..][..=row]
    }

    /// Its factor: L with L Lᵀ = the matrix; a row that depends on others is left out.
    ///
    /// # References
    /// Wright 1999, Modified Cholesky factorizations in interior-point algorithms: a pivot that
    /// rounding has eaten is replaced by a huge one.
    pub(super) fn factor(mut self) -> Factor {
        const HUGE: f64 = 1e64;
        const EATEN: f64 = 1e-13;
        for row in 0..self.size {
            let (before, rest) = self.data.split_at_mut(Self::start(row));
            let own = &mut rest[..=row];
            for column in 0..row {
                let other = &before[Self::start(column)..][..=column];
                let sum = dot(&own[..column], &other[..column]);
                own[column] = (own[column] - sum) / other[column];
            }
            let whole = own[row];
            let pivot = whole - dot(&own[..row], &own[..row]);
            own[row] = if pivot > EATEN * whole {
                pivot.sqrt()
            } else {
                HUGE
            };
        }
        Factor(self)
    }
}

/// The lower factor of a matrix.
#[derive(Debug)]
pub(super) struct Factor(Symmetric);

impl Factor {
    pub(super) fn solve(&self, mut rhs: Vec<f64>) -> Vec<f64> {
        let size = self.0.size;
        for row in 0..size {
            let own = self.0.row(row);
            let sum = dot(&own[..row], &rhs[..row]);
            rhs[row] = (rhs[row] - sum) / own[row];
        }
        for row in (0..size).rev() {
            let own = self.0.row(row);
            let value = rhs[row] / own[row];
            rhs[row] = value;
            for (place, amount) in rhs[..row].iter_mut().zip(own) {
                *place -= amount * value;
            }
        }
        rhs
    }
}

/// The inner product, in eight sums, so that the processor can add several at once.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (left, right) = (a.chunks_exact(8), b.chunks_exact(8));
    let tail: f64 = left
        .remainder()
        .iter()
        .zip(right.remainder())
        .map(|(x, y)| x * y)
        .sum();
    let mut sums = [0.0; 8];
    for (x, y) in left.zip(right) {
        for at in 0..8 {
            sums[at] += x[at] * y[at];
        }
    }
    tail + sums.iter().sum::<f64>()
}
