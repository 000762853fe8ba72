//! What the runner programs and the criterion benches share.

pub mod cbctt;
pub mod clock;
pub mod evaluation;
pub mod memory;
pub mod needs;
