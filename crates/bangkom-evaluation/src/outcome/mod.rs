//! Everything that was measured as rows of one shape, from reaction to return.

mod build;
mod record;

pub use record::{Outcome, OutcomeDesign, OutcomeLevel};
