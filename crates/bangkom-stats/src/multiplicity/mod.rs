//! P-values of a family of tests, adjusted so that the whole family keeps its promise.

mod adjust;
mod hommel;

pub use adjust::{Adjustment, adjust_p_values};
