use super::{Matrix, dot};

/// Solves `R x = b` for an upper triangle.
pub(crate) fn solve_upper(r: &Matrix, b: &[f64]) -> Vec<f64> {
    let mut x = b.to_vec();
    for j in (0..x.len()).rev() {
        let column = r.column(j);
        x[j] /= column[j];
        let value = x[j];
        for (x, cell) in x[..j].iter_mut().zip(column) {
            *x -= cell * value;
        }
    }
    x
}

/// Solves `R' x = b` for an upper triangle.
pub(crate) fn solve_transposed(r: &Matrix, b: &[f64]) -> Vec<f64> {
    let mut x = Vec::with_capacity(b.len());
    for (j, b) in b.iter().enumerate() {
        let column = r.column(j);
        x.push((b - dot(&column[..j], &x)) / column[j]);
    }
    x
}

/// Inverse of an upper triangle.
pub(crate) fn invert_upper(r: &Matrix) -> Matrix {
    let p = r.width();
    let columns = (0..p).map(|j| {
        let mut unit = vec![0.0; p];
        unit[j] = 1.0;
        solve_upper(r, &unit)
    });
    Matrix::from_columns(p, columns.collect())
}
