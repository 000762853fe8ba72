//! Seeded city generator and property-test strategies for the crates of bangkom.
//!
//! [`City::generate`] invents a city whose truth is known: agencies, employees, standards,
//! programs, rooms, money, and evidence drawn around true levels. [`differences_from_table`]
//! compares the codes of a crate with its section of the table of findings, [`golden_fault`] a
//! document with its golden file.

mod city;
mod findings_table;
mod golden;
mod make;
mod outcome;
mod rng;
pub mod strategies;
mod world;

pub use city::{City, CityOptions, Complaint, Scale, SurveyAnswer, TrueLevel, Truth};
pub use findings_table::differences_from_table;
pub use golden::golden_fault;
pub use outcome::simulate_results;
pub use rng::Rng;
