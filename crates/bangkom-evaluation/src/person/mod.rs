//! What became of each participant.

mod build;
mod class;
mod record;

pub(crate) use build::outcomes;
pub use class::{PersonClass, PersonReason};
pub use record::PersonOutcome;
