//! How participants found a program: questionnaires at the end.

mod build;
mod judged;
mod record;

pub(crate) use build::reactions;
pub use record::Reaction;
