//! The evaluation itself: plan and results in, figures, support and new evidence out.

mod build;
mod demand;
mod document;
mod error;
mod evidence;
mod level;
mod several;

pub use build::evaluate;
pub use document::{Evaluation, EvaluationSchema};
pub use error::EvaluationError;
pub(crate) use level::level_of;
