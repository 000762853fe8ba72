//! A linear model in which every cluster has an intercept of its own.

mod fit;
mod profile;
mod result;

pub use fit::random_intercept;
pub use result::{FixedEffect, Likelihood, RandomIntercept};
