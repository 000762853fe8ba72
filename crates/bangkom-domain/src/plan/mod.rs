//! The plan: batches, their sessions in time and place, and who has a seat.

mod batch;
mod document;

pub use batch::{Batch, Publication, Seat, Session, SlotSpan};
pub use document::{Plan, PlanSchema};
