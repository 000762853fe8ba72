//! Integration tests of `bangkom-stats`, one file a feature.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod agreement;
mod counts;
mod distributions;
mod multiplicity;
mod quantiles;
mod reference;
mod reliability;
