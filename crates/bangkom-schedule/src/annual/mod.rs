//! The yearly plan: which batches open, when, where, with whom, and who gets a seat.
//!
//! First a plan is constructed: a linear program that forgets the dates says how many batches of
//! each program, what instructors are worth and whom to seat first; what it leaves is served by
//! what the next batch is worth for its share of what is scarce, mandatory claims before all
//! others. A batch goes to the dates on which it seats the most. Then it is improved within a
//! budget, by exchanges of seats and by opening related batches anew, every rule kept at every
//! step; at the end every free seat is offered again.
//!
//! What is announced stays. An announced batch that lost its room or an instructor keeps its
//! dates where others are free, and else gets the dates nearest to them.

mod assemble;
mod barriers;
mod batches;
mod bound;
mod choosing;
mod dating;
mod eligible;
mod fill;
mod fixed;
mod improve;
mod journal;
mod mending;
mod needs;
mod opening;
mod options;
mod order;
mod place;
mod planning;
mod refusals;
mod seating;
mod seats;
mod state;
mod windows;

pub use bound::{BoundOptions, certify};
pub use options::{PlanError, PlanOptions};
pub use planning::plan;
pub(crate) use seats::Seats;
pub use windows::Windows;
