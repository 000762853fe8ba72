//! Who should get which program, and what a seat is worth.

mod document;
mod row;

pub use document::{Demand, DemandSchema};
pub use row::{ClosedGap, DemandRow, Ground};
