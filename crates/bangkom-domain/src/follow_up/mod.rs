//! Who still needs which support, from whom, by when.

mod action;
mod document;

pub use action::{Barrier, Owner, Support, SupportAction, SupportOutcome, SupportStatus};
pub use document::{FollowUp, FollowUpSchema};
