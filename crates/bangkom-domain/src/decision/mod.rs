//! What officials decided, beside what the library proposed.

mod document;
mod record;

pub use document::{Decisions, DecisionsSchema};
pub use record::{Decision, DecisionSubject, Verdict};
