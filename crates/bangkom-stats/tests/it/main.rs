//! Integration tests of `bangkom-stats`, one file a feature.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod agreement;
mod attrition;
mod bayes;
mod bootstrap;
mod clusters;
mod counts;
mod distributions;
mod effect;
mod every;
mod foundation;
mod gain;
mod multiplicity;
mod overwhelming;
mod paired;
mod permutation;
mod power;
mod quantiles;
mod random;
mod ranks;
mod rasch;
mod raters;
mod reference;
mod regression;
mod reliability;
mod repeated;
mod series;
mod shrinkage;
mod survival;
