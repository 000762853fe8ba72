//! The plan: batches, their sessions in time and place, and who has a seat.

mod batch;
mod check;
mod document;
mod finding;
mod seven_columns;

pub use batch::{Batch, Publication, Seat, Session, SlotSpan};
pub use check::check;
pub use document::{Plan, PlanSchema};
pub use finding::PlanFinding;
pub use seven_columns::{PlanRow, seven_columns};
