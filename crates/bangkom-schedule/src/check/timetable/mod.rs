//! The checker of timetables, and what it can explain.
//!
//! Everything is recomputed from the plan and the problem alone: a plan made by hand is checked
//! like one of the solver.

mod alone;
mod analysis;
mod around;
mod candidates;
mod compare;
mod difference;
mod feasibility;
mod matching;
mod quick_xplain;
mod score;
mod suggestions;
mod supply;
mod unassigned;
mod why_not;

pub use analysis::{Analysis, RuleReport, analyze};
pub use difference::{Changed, Difference, difference};
pub(crate) use feasibility::impossible_given;
pub use feasibility::{Impossible, impossible};
pub use quick_xplain::minimal_conflict;
pub use score::score;
pub use suggestions::{Suggestion, suggestions};
pub use unassigned::{Relaxation, Unassigned, unassigned};
pub use why_not::{WhyNot, why_not};
