//! Integration tests of `bangkom-stats`, one file a feature.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod agreement;
mod bayes;
mod bootstrap;
mod counts;
mod distributions;
mod effect;
mod gain;
mod multiplicity;
mod paired;
mod permutation;
mod quantiles;
mod random;
mod ranks;
mod reference;
mod reliability;
