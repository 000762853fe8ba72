//! How results are read: levels, floors, due days.

mod check;
mod due;
mod finding;
mod record;

pub use due::DueDays;
pub use finding::PolicyFinding;
pub use record::EvaluationPolicy;
