//! What the search gives: a plan, its score and bound, and a reason for every refusal.

mod bound;
mod refusal;
mod result;
mod stop;
mod waiting;

pub use bound::{Bound, BoundMethod};
pub use refusal::Refusal;
pub use result::{Solution, SolutionSchema};
pub use stop::StopReason;
pub use waiting::WaitingRow;
