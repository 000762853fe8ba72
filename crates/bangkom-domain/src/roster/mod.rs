//! Units and employees, referentially sound.

mod document;

pub use document::{RosterData, RosterSchema};
