//! From a problem to a plan: construction by the most constrained, then local search.

#[cfg(test)]
mod compared;
mod construct;
mod general;
mod method;
mod options;
mod plain;
mod possible;
mod solution;
#[expect(
    clippy::module_inception,
    reason = "the module is named for its main type"
)]
mod solve;
mod step;
mod walk;

pub use method::Method;
pub use options::SolveOptions;
pub use solution::{TimetableSolution, TimetableSolutionSchema};
pub use solve::{repair, solve};
