//! Tests of the schedule engine, by feature.

#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise, also in its helpers"
)]

mod scale;
mod seats;
mod small;
