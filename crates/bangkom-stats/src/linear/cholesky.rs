use super::{Matrix, dot, solve_transposed, solve_upper};

/// Triangle `R` with `R'R = A` for a positive definite `A`.
#[derive(Debug, Clone)]
pub(crate) struct Cholesky {
    r: Matrix,
}

impl Cholesky {
    /// Factors, or `None` when the matrix is not positive definite in working precision.
    pub(crate) fn of(a: &Matrix) -> Option<Self> {
        let p = a.width();
        let mut r = Matrix::zeros(p, p);
        for j in 0..p {
            for i in 0..j {
                let above = dot(&r.column(i)[..i], &r.column(j)[..i]);
                r.set(i, j, (a.get(i, j) - above) / r.get(i, i));
            }
            let above = dot(&r.column(j)[..j], &r.column(j)[..j]);
            let left = a.get(j, j) - above;
            if left.is_nan() || left <= 1e-14 * a.get(j, j) {
                return None;
            }
            r.set(j, j, left.sqrt());
        }
        Some(Self { r })
    }

    /// `A^-1 b`.
    pub(crate) fn solve(&self, b: &[f64]) -> Vec<f64> {
        solve_upper(&self.r, &solve_transposed(&self.r, b))
    }

    /// `b' A^-1 b`.
    pub(crate) fn inverse_quadratic(&self, b: &[f64]) -> f64 {
        let inside = solve_transposed(&self.r, b);
        dot(&inside, &inside)
    }

    /// Natural logarithm of the determinant of `A`.
    pub(crate) fn ln_det(&self) -> f64 {
        (0..self.r.width())
            .map(|i| 2.0 * libm::log(self.r.get(i, i)))
            .sum()
    }
}
