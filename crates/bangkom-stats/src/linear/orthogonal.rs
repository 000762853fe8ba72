use super::{Matrix, dot};
use crate::StatsError;

/// Thin factorisation `A = Q R`: columns of `Q` orthonormal, `R` upper triangular.
#[derive(Debug, Clone)]
pub(crate) struct Orthogonal {
    pub(crate) q: Matrix,
    pub(crate) r: Matrix,
}

/// Share of a column's length below which what is left after projection counts as rounding.
const DEPENDENT: f64 = 1e-11;

/// Factors by Gram-Schmidt in which every projection is done twice.
///
/// Two projections leave `Q` orthogonal to working precision (Giraud, Langou and Rozloznik 2005),
/// as accurate as reflections, and the thin `Q` that every sandwich needs comes for nothing.
pub(crate) fn orthogonalise(a: &Matrix) -> Result<Orthogonal, StatsError> {
    let p = a.width();
    let mut q = Matrix::from_columns(a.rows(), Vec::with_capacity(p));
    let mut r = Matrix::zeros(p, p);
    for (j, column) in a.columns().enumerate() {
        let before = dot(column, column).sqrt();
        let mut left = column.to_vec();
        for _ in 0..2 {
            for i in 0..j {
                let share = project_out(q.column(i), &mut left);
                r.set(i, j, r.get(i, j) + share);
            }
        }
        let length = dot(&left, &left).sqrt();
        if length <= DEPENDENT * before {
            return Err(StatsError::Degenerate { column: j });
        }
        for value in &mut left {
            *value /= length;
        }
        r.set(j, j, length);
        q.push(left);
    }
    Ok(Orthogonal { q, r })
}

/// Removes the part of `from` along the unit vector, and returns its length.
fn project_out(unit: &[f64], from: &mut [f64]) -> f64 {
    let share = dot(unit, from);
    for (from, unit) in from.iter_mut().zip(unit) {
        *from -= share * unit;
    }
    share
}
