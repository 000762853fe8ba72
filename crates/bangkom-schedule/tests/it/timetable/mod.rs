//! Timetables: rules, findings, solver, checker and explanation.

mod exhaustive;
mod explained;
mod findings;
mod mended;
pub(crate) mod random;
mod rules;
mod solved;
mod town;
