//! Who should get which program, and what a seat is worth.

mod check;
mod document;
mod finding;
mod row;

pub use check::check;
pub use document::{Demand, DemandSchema};
pub use finding::DemandFinding;
pub use row::{ClosedGap, DemandRow, Ground};
