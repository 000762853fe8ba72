//! What makes one plan better than another: the levels of the score, one rule a file.

mod claims;
mod idle;
mod lateness;
mod rating;
mod score;
mod stability;
pub mod timetable;
mod travel;
mod unevenness;
mod waste;
mod weights;

pub use rating::score;
pub use score::Score;
pub use weights::QualityWeights;
