//! The invented city and what it is generated from.

mod causes;
mod evidence;
mod generate;
mod ledger;
mod numbers;
mod options;
mod people;
mod ratings;
pub(crate) mod service;
mod truth;
mod units;

pub use generate::City;
pub use options::{CityOptions, Scale};
pub use service::{Complaint, SurveyAnswer};
pub use truth::{TrueLevel, Truth};
