//! What the runner programs and the criterion benches share.

pub mod clock;
pub mod evaluation;
