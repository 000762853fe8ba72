//! The yearly plan: which batches open, when, where, with whom, and who gets a seat.
//!
//! First pass: construction. Programs are served by what their next batch is worth for its
//! share of what is scarce, mandatory claims before all others; a batch goes to the dates on
//! which it seats the most; at the end every free seat is offered again.

mod assemble;
mod barriers;
mod bound;
mod choosing;
mod dating;
mod fill;
mod opening;
mod options;
mod order;
mod planning;
mod refusals;
mod state;

pub use options::{PlanError, PlanOptions};
pub use planning::plan;
