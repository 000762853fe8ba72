//! Two measurements of the same cases: descriptions, the t test, equivalence, grouped summaries.
//!
//! Differences are always second minus first, "post minus pre", so a positive one is a rise.

mod accumulator;
mod equivalence;
mod grouped;
mod pairs;
mod summary;
mod t_test;

pub use accumulator::PairAccumulator;
pub use equivalence::equivalence;
pub use grouped::{GroupSummary, grouped};
pub(crate) use pairs::Pairs;
pub(crate) use summary::describe;
pub use summary::{PairSummary, summary};
pub use t_test::{PairedT, t_test};
