use super::orthogonal::{Orthogonal, orthogonalise};
use super::{Compensated, Matrix, dot, solve_transposed, solve_upper};
use crate::StatsError;

/// Solution of `min |y - A x|`, with the factors that standard errors need.
///
/// `A` and `y` are held in units of powers of two, so that no square leaves the range of a double:
/// `A[.., j] = a_j 2^-column_exponents[j]`.
#[derive(Debug, Clone)]
pub(crate) struct LeastSquares {
    /// Orthonormal basis of the column space.
    pub(crate) q: Matrix,
    /// Triangle with `A = Q R`, in scaled units.
    pub(crate) r: Matrix,
    /// Binary exponents of the units of the columns.
    pub(crate) column_exponents: Vec<i32>,
    /// Binary exponent of the unit of the response.
    pub(crate) exponent: i32,
    /// Solution in scaled units.
    pub(crate) solution: Vec<f64>,
    /// Residuals in scaled units.
    pub(crate) residuals: Vec<f64>,
}

/// Corrections after which more would not help: each gains the digits that the condition leaves.
const REFINEMENTS: usize = 4;

/// Solves by orthogonal factors and refines with residuals in twice the working precision.
///
/// Refinement of the augmented system after Björck (1967): the solution has nearly all its digits
/// unless the condition number comes near `1e15`.
pub(crate) fn least_squares(columns: &[&[f64]], y: &[f64]) -> Result<LeastSquares, StatsError> {
    let column_exponents: Vec<i32> = columns.iter().map(|column| exponent_of(column)).collect();
    let scaled = columns
        .iter()
        .zip(&column_exponents)
        .map(|(column, exponent)| in_units(column, *exponent));
    let a = Matrix::from_columns(y.len(), scaled.collect());
    let exponent = exponent_of(y);
    let b = in_units(y, exponent);
    let factors = orthogonalise(&a)?;
    let (solution, residuals) = refine(&a, &b, &factors);
    Ok(LeastSquares {
        q: factors.q,
        r: factors.r,
        column_exponents,
        exponent,
        solution,
        residuals,
    })
}

fn refine(a: &Matrix, b: &[f64], factors: &Orthogonal) -> (Vec<f64>, Vec<f64>) {
    let mut x = vec![0.0; a.width()];
    let mut r = vec![0.0; b.len()];
    let mut last = f64::INFINITY;
    for _ in 0..=REFINEMENTS {
        let f = missed(a, b, &x, &r);
        let g: Vec<f64> = a.columns().map(|column| -exact_dot(column, &r)).collect();
        let (dx, dr) = correction(factors, &f, &g);
        r.iter_mut().zip(&dr).for_each(|(r, dr)| *r += dr);
        let size = dot(&dx, &dx).sqrt();
        if size >= last / 2.0 {
            break;
        }
        last = size;
        x.iter_mut().zip(&dx).for_each(|(x, dx)| *x += dx);
    }
    (x, r)
}

/// `b - r - A x`.
fn missed(a: &Matrix, b: &[f64], x: &[f64], r: &[f64]) -> Vec<f64> {
    let mut sums: Vec<Compensated> = b.iter().map(|b| Compensated::default().plus(*b)).collect();
    sums.iter_mut()
        .zip(r)
        .for_each(|(sum, r)| *sum = sum.plus(-r));
    for (column, x) in a.columns().zip(x) {
        for (sum, cell) in sums.iter_mut().zip(column) {
            *sum = sum.plus_product(-cell, *x);
        }
    }
    sums.into_iter().map(Compensated::value).collect()
}

fn exact_dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter()
        .zip(b)
        .fold(Compensated::default(), |sum, (a, b)| {
            sum.plus_product(*a, *b)
        })
        .value()
}

/// Solves `dr + A dx = f`, `A' dr = g`.
fn correction(factors: &Orthogonal, f: &[f64], g: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let h = solve_transposed(&factors.r, g);
    let d = factors.q.transposed_times(f);
    let along: Vec<f64> = d.iter().zip(&h).map(|(d, h)| d - h).collect();
    let dx = solve_upper(&factors.r, &along);
    let inside = factors.q.times(&along);
    let dr = f.iter().zip(&inside).map(|(f, inside)| f - inside);
    (dx, dr.collect())
}

/// Binary exponent of the largest value; zero of zeros.
fn exponent_of(values: &[f64]) -> i32 {
    let largest = values.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    if largest == 0.0 {
        0
    } else {
        libm::ilogb(largest)
    }
}

fn in_units(values: &[f64], exponent: i32) -> Vec<f64> {
    values.iter().map(|x| libm::scalbn(*x, -exponent)).collect()
}
