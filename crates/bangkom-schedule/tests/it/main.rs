//! Tests of the schedule engine, by feature.

#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise, also in its helpers"
)]

mod case;
mod certificate;
mod documented;
mod enrol;
mod exhaustive;
mod extremes;
mod findings;
mod independence;
mod mended;
mod properties;
mod random;
mod refusals;
mod scale;
mod seats;
mod small;
mod timetable;
mod violations;
