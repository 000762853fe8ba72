//! Distribution functions whose tails keep their digits and whose quantiles always end.
//!
//! Every family is a module of free functions. The lower tail is `cdf`, the upper tail `sf`; the
//! smaller of the two carries the digits, so neither is ever computed as one minus the other when
//! that would lose them. An argument `x` may be infinite but not NaN; a parameter outside its
//! range is [`StatsError::OutOfRange`](crate::StatsError::OutOfRange).
//!
//! A quantile of probability 0 or 1 is the end of the support, which may be infinite.

mod check;
pub(crate) mod raw;

pub mod beta;
pub mod binomial;
pub mod chi_squared;
pub mod fisher_f;
pub mod gamma;
pub mod noncentral_t;
pub mod normal;
pub mod poisson;
pub mod student_t;
pub mod studentized_range;
