//! Units and employees, referentially sound.

mod checked;
mod cross;
mod document;
mod finding;
mod numbers;
mod tree;

pub use checked::Roster;
pub use cross::{CrossFinding, cross_check};
pub use document::{RosterData, RosterSchema};
pub use finding::RosterFinding;
pub use tree::UnitTree;
