//! Bayes factors: how much the data move the odds of an effect.

mod factor;
mod jzs;
mod options;
mod result;

pub use factor::{from_t, jzs_paired, jzs_two_sample};
pub use options::BayesOptions;
pub use result::{BayesFactor, Robustness};
