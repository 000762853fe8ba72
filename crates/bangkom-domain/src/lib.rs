//! Words and documents of needs-based training for civil servants.
//!
//! This crate holds plain data and its rules of form: people, units, positions, competencies,
//! evidence, programs, resources, demand, plans, results and follow-ups. It scores nothing,
//! searches nothing and estimates nothing: the engines do.

pub mod calendar;
pub mod catalog;
pub mod competency;
pub mod decision;
pub mod demand;
mod distinct;
mod enumeration;
pub mod evidence;
pub mod finding;
pub mod follow_up;
pub mod hours;
pub mod id;
pub mod json;
mod language;
pub mod measure;
pub mod people;
pub mod plan;
pub mod position;
pub mod preset;
pub mod privacy;
pub mod program;
pub mod progress;
pub mod resources;
pub mod results;
pub mod roster;
pub mod unit;

pub use language::Language;
