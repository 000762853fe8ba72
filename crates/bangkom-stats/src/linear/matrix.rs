/// A dense matrix held by columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Matrix {
    rows: usize,
    data: Vec<Vec<f64>>,
}

impl Matrix {
    pub(crate) fn zeros(rows: usize, columns: usize) -> Self {
        Self {
            rows,
            data: vec![vec![0.0; rows]; columns],
        }
    }

    /// A matrix of columns of one length.
    pub(crate) fn from_columns(rows: usize, data: Vec<Vec<f64>>) -> Self {
        Self { rows, data }
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn width(&self) -> usize {
        self.data.len()
    }

    pub(crate) fn column(&self, j: usize) -> &[f64] {
        &self.data[j]
    }

    pub(crate) fn columns(&self) -> impl Iterator<Item = &[f64]> {
        self.data.iter().map(Vec::as_slice)
    }

    pub(crate) fn push(&mut self, column: Vec<f64>) {
        self.data.push(column);
    }

    pub(crate) fn get(&self, i: usize, j: usize) -> f64 {
        self.data[j][i]
    }

    pub(crate) fn set(&mut self, i: usize, j: usize, value: f64) {
        self.data[j][i] = value;
    }

    /// Row `i` as a vector.
    pub(crate) fn row(&self, i: usize) -> Vec<f64> {
        self.columns().map(|column| column[i]).collect()
    }

    /// Adds `weight * a b'`.
    pub(crate) fn add_outer(&mut self, weight: f64, a: &[f64], b: &[f64]) {
        for (column, b) in self.data.iter_mut().zip(b) {
            for (cell, a) in column.iter_mut().zip(a) {
                *cell += weight * a * b;
            }
        }
    }

    /// `self * v`.
    pub(crate) fn times(&self, v: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0; self.rows];
        for (column, v) in self.columns().zip(v) {
            for (out, cell) in out.iter_mut().zip(column) {
                *out += cell * v;
            }
        }
        out
    }

    /// `self' * v`.
    pub(crate) fn transposed_times(&self, v: &[f64]) -> Vec<f64> {
        self.columns().map(|column| dot(column, v)).collect()
    }

    /// `v' self v`.
    pub(crate) fn quadratic(&self, v: &[f64]) -> f64 {
        dot(&self.times(v), v)
    }
}

/// Inner product.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
