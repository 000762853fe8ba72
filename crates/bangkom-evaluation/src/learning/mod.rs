//! What was learned: scores before and after, by program and batch.

mod build;
mod record;
mod verdict;

pub(crate) use build::learning;
pub use record::{Learning, ProgramEvaluation};
pub use verdict::{Verdict, VerdictAnswer};
