use crate::linear::{Cholesky, Matrix};

/// A symmetric matrix that is singular along the sums of known groups of its places, solved in
/// the space where each group sums to zero.
pub(super) struct Constrained {
    factor: Cholesky,
    groups: Vec<Vec<usize>>,
    size: usize,
}

impl Constrained {
    /// Factors, or `None` when something else than the groups is undetermined.
    ///
    /// `unit` is the size that cells had before anything was taken from them: what is left may be
    /// rounding alone.
    pub(super) fn of(mut matrix: Matrix, groups: Vec<Vec<usize>>, unit: f64) -> Option<Self> {
        let size = matrix.width();
        for group in &groups {
            // A unit vector along the group gets an eigenvalue in place of zero.
            let weight = unit / group.len() as f64;
            for j in group {
                for i in group {
                    matrix.set(*i, *j, matrix.get(*i, *j) + weight);
                }
            }
        }
        Some(Self {
            factor: Cholesky::of(&matrix)?,
            groups,
            size,
        })
    }

    /// The solution whose groups sum to zero.
    pub(super) fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut inside = right.to_vec();
        self.center(&mut inside);
        let mut solution = self.factor.solve(&inside);
        self.center(&mut solution);
        solution
    }

    /// The pseudo-inverse.
    pub(super) fn inverse(&self) -> Matrix {
        let columns = (0..self.size).map(|j| {
            let mut unit = vec![0.0; self.size];
            unit[j] = 1.0;
            self.solve(&unit)
        });
        Matrix::from_columns(self.size, columns.collect())
    }

    fn center(&self, values: &mut [f64]) {
        for group in &self.groups {
            let mean = group.iter().map(|i| values[*i]).sum::<f64>() / group.len() as f64;
            for i in group {
                values[*i] -= mean;
            }
        }
    }
}

/// `v' M v` for a vector given by its places and values.
pub(super) fn sparse_quadratic(matrix: &Matrix, v: &[(usize, f64)]) -> f64 {
    let column = |(j, b): &(usize, f64)| -> f64 {
        let cells = matrix.column(*j);
        v.iter().map(|(i, a)| a * b * cells[*i]).sum()
    };
    v.iter().map(column).sum()
}
