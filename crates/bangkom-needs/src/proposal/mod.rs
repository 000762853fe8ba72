//! From gaps to seats: which program closes what, and what nothing closes.

mod choice;
mod decided;
mod design;
mod document;
mod finding;
mod offer;
mod person;
mod propose;
mod unclosed;

pub use design::{DesignNeed, MethodShare};
pub use document::{Proposal, ProposalSchema};
pub use finding::DecisionFinding;
pub use propose::propose;
pub use unclosed::{UnclosedGap, UnclosedReason};
