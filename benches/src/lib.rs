//! What the runner programs and the criterion benches share.

pub mod cbctt;
pub mod city;
pub mod clock;
pub mod evaluation;
pub mod memory;
pub mod needs;
