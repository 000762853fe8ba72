//! Timetables: rules, findings, solver, checker and explanation.

mod exceptions;
mod exhaustive;
mod explained;
mod findings;
mod hostile;
mod mended;
mod parts;
pub(crate) mod random;
mod rules;
mod solved;
mod teams;
mod town;
mod watched;
