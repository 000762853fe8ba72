//! Small dense linear algebra: tall designs of few columns, solved to nearly all digits.

mod cholesky;
mod compensated;
mod eigen;
mod least_squares;
mod matrix;
mod orthogonal;
mod triangular;

pub(crate) use cholesky::Cholesky;
pub(crate) use compensated::Compensated;
pub(crate) use eigen::{Eigen, symmetric_eigen};
pub(crate) use least_squares::{LeastSquares, least_squares};
pub(crate) use matrix::{Matrix, dot};
pub(crate) use orthogonal::orthogonalise;
pub(crate) use triangular::{invert_upper, solve_transposed, solve_upper};
