//! What a program cost and what it is said to have brought in.

mod build;
mod record;

pub(crate) use build::returns;
pub use record::{IsolatedBenefit, ProgramReturn};
