//! What officials decided, beside what the library proposed.

mod check;
mod document;
mod finding;
mod record;

pub use check::check;
pub use document::{Decisions, DecisionsSchema};
pub use finding::DecisionFinding;
pub use record::{Decision, DecisionSubject, Verdict};
