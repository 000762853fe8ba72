//! One figure for a person over all competencies of a position.

mod build;
mod record;

pub use build::match_profiles;
pub use record::MatchProfile;
