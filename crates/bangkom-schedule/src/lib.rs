//! Training plans: seats, batches, dates, rooms and instructors, with an independent checker and a reason for every refusal.

pub mod annual;
pub mod check;
mod explained;
mod list;
pub mod problem;
pub mod rules;
pub mod solution;

pub use annual::{PlanError, PlanOptions, plan};
pub use check::{PeriodText, PlanViolation, check};
pub use list::List;
pub use problem::{Inputs, PlanPolicy, Problem, ProblemFinding};
pub use rules::{QualityWeights, Score, score};
pub use solution::{Bound, BoundMethod, Refusal, Solution, SolutionSchema, StopReason, WaitingRow};
