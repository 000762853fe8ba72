//! Unchecked kernels: parameters are in range, results are never NaN.

pub(crate) mod beta;
pub(crate) mod binomial;
pub(crate) mod chi_squared;
pub(crate) mod fisher_f;
pub(crate) mod gamma;
mod incomplete_beta;
mod incomplete_gamma;
mod legendre;
mod ncp_grid;
pub(crate) mod noncentral_t;
pub(crate) mod normal;
pub(crate) mod poisson;
mod root;
mod special;
pub(crate) mod student_t;
pub(crate) mod studentized_range;
mod tails;

use tails::Tails;
