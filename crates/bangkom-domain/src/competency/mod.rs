//! Competencies, what positions ask of them, and what a city wants of its people.

mod group;
mod record;
mod requirement;
mod standard;

pub use group::CompetencyGroup;
pub use record::{Competency, Indicator};
pub use requirement::{Requirement, Scope};
pub use standard::StandardEntry;
