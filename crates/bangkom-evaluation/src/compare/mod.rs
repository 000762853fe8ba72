//! Two measurements of the same people: one shape for learning and behaviour.

mod comparison;
mod doubt;
mod flow;
mod pairs;

pub use comparison::{Comparison, Status};
pub use doubt::Doubt;
pub use flow::Flow;
pub(crate) use pairs::{Participant, Scale, hide_small_rest, occasions};
