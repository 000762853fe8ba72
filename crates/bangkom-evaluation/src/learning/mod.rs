//! What was learned: scores before, after and later, by program, batch and agency.

mod build;
mod record;
mod retention;

pub(crate) use build::learning;
pub use record::{Learning, ProgramEvaluation, Retention};
