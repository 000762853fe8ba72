//! Competencies, what positions ask of them, and what a city wants of its people.

mod core_value;
mod dictionary;
mod group;
mod job_match;
mod level_name;
mod match_bands;
mod preset;
mod record;
mod requirement;
mod standard;

pub use core_value::CoreValue;
pub use dictionary::Dictionary;
pub use group::CompetencyGroup;
pub use job_match::JobPersonMatch;
pub use match_bands::{GapClass, GapClasses, MatchBand, MatchBands};
pub use preset::StandardPreset;
pub use record::{Competency, Indicator};
pub use requirement::{Requirement, Scope};
pub use standard::StandardEntry;
