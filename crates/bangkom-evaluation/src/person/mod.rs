//! What became of each participant.

mod build;
mod record;

pub(crate) use build::outcomes;
pub use record::PersonOutcome;
