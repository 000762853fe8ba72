use super::{Matrix, dot};

/// Eigenvalues and orthonormal eigenvectors (as columns) of a symmetric matrix.
#[derive(Debug, Clone)]
pub(crate) struct Eigen {
    pub(crate) values: Vec<f64>,
    pub(crate) vectors: Matrix,
}

impl Eigen {
    /// `U f(values) U' v`.
    pub(crate) fn apply(&self, f: impl Fn(f64) -> f64, v: &[f64]) -> Vec<f64> {
        let inside: Vec<f64> = self
            .vectors
            .columns()
            .zip(&self.values)
            .map(|(column, value)| f(*value) * dot(column, v))
            .collect();
        self.vectors.times(&inside)
    }
}

/// Sweeps after which rotations stop; a handful is enough for any size met here.
const SWEEPS: usize = 60;

/// Diagonalises by cyclic Jacobi rotations.
pub(crate) fn symmetric_eigen(mut a: Matrix) -> Eigen {
    let p = a.width();
    let mut vectors = Matrix::zeros(p, p);
    (0..p).for_each(|i| vectors.set(i, i, 1.0));
    for _ in 0..SWEEPS {
        if off_diagonal(&a) <= f64::EPSILON * f64::EPSILON * size(&a) {
            break;
        }
        for i in 0..p {
            for j in i + 1..p {
                if let Some(rotation) = Rotation::clearing(&a, i, j) {
                    rotation.both_sides(&mut a);
                    rotation.right(&mut vectors);
                }
            }
        }
    }
    Eigen {
        values: (0..p).map(|i| a.get(i, i)).collect(),
        vectors,
    }
}

fn size(a: &Matrix) -> f64 {
    a.columns().map(|column| dot(column, column)).sum()
}

fn off_diagonal(a: &Matrix) -> f64 {
    let cells = (0..a.width()).flat_map(|j| (0..j).map(move |i| (i, j)));
    cells.map(|(i, j)| a.get(i, j).powi(2)).sum()
}

struct Rotation {
    i: usize,
    j: usize,
    cos: f64,
    sin: f64,
}

impl Rotation {
    fn clearing(a: &Matrix, i: usize, j: usize) -> Option<Self> {
        let off = a.get(i, j);
        if off == 0.0 {
            return None;
        }
        let theta = (a.get(j, j) - a.get(i, i)) / (2.0 * off);
        let tan = theta.signum() / (theta.abs() + libm::hypot(theta, 1.0));
        let cos = 1.0 / libm::hypot(tan, 1.0);
        Some(Self {
            i,
            j,
            cos,
            sin: tan * cos,
        })
    }

    fn right(&self, m: &mut Matrix) {
        for row in 0..m.rows() {
            let (x, y) = (m.get(row, self.i), m.get(row, self.j));
            m.set(row, self.i, self.cos * x - self.sin * y);
            m.set(row, self.j, self.sin * x + self.cos * y);
        }
    }

    fn left(&self, m: &mut Matrix) {
        for column in 0..m.width() {
            let (x, y) = (m.get(self.i, column), m.get(self.j, column));
            m.set(self.i, column, self.cos * x - self.sin * y);
            m.set(self.j, column, self.sin * x + self.cos * y);
        }
    }

    fn both_sides(&self, m: &mut Matrix) {
        self.left(m);
        self.right(m);
        m.set(self.i, self.j, 0.0);
        m.set(self.j, self.i, 0.0);
    }
}
