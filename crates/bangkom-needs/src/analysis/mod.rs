//! The analysis itself: evidence in, ranked needs out.

mod build;
mod document;
mod error;
mod everybody;
mod person;

pub use build::analyze;
pub use document::{Analysis, AnalysisSchema};
pub use error::NeedsError;
