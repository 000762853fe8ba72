//! Units of measure: levels, importance, priorities, shares, money and hours.

mod bounded;
mod nano;
mod rupiah;

pub use bounded::{Importance, LearningHours, Level, OutOfRange, Permille};
pub use nano::{DemandValue, Nano};
pub use rupiah::Rupiah;
