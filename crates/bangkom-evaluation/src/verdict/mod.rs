//! What may be concluded of each program: a rule, its answer and its reasons.

mod facts;
mod judge;
mod reason;
mod record;

pub use judge::judge;
pub(crate) use judge::{Beside, judge_programs};
pub use reason::VerdictReason;
pub use record::{Verdict, VerdictAnswer};
