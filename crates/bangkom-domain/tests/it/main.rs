//! Tests of the words and documents of the domain.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

mod calendar;
mod checks;
mod golden;
mod hours;
mod sample;
