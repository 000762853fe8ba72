//! Competencies, what positions ask of them, and what a city wants of its people.

mod dictionary;
mod group;
mod level_name;
mod preset;
mod record;
mod requirement;
mod standard;

pub use dictionary::Dictionary;
pub use group::CompetencyGroup;
pub use preset::StandardPreset;
pub use record::{Competency, Indicator};
pub use requirement::{Requirement, Scope};
pub use standard::StandardEntry;
