//! Means of two independent samples: Welch, Student, equivalence.
//!
//! Differences are always second minus first.

mod decision;
mod equivalence;
mod samples;
mod t_test;

pub use decision::EquivalenceDecision;
pub use equivalence::{Equivalence, EquivalenceOptions, equivalence};
pub(crate) use samples::Samples;
pub use t_test::{TwoSampleT, student, welch};
