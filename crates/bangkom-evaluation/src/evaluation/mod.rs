//! The evaluation itself: plan and results in, figures, support and new evidence out.

mod build;
mod demand;
mod document;
mod error;
mod evidence;

pub use build::evaluate;
pub use document::{Evaluation, EvaluationSchema};
pub use error::EvaluationError;
