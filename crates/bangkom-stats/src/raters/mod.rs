//! Severity of raters on incomplete tables: least squares, and the many-facet Rasch model.
//!
//! Raters compare only through targets that they share, directly or in a chain. What no chain
//! joins falls into [`Component`]s, and no number here crosses from one to another.

mod additive;
mod additive_fit;
mod additive_options;
mod additive_result;
mod components;
mod conjugate;
mod kernel;
mod reduced;
mod shrink;
mod table;

pub mod rasch;

pub use additive::additive_severity;
pub use additive_options::AdditiveOptions;
pub use additive_result::{AdditiveComponent, AdditiveSeverity, AdjustedTarget, RaterEffect};
pub use components::Component;
pub use table::{Rating, RatingTable};
