//! One level out of many sources: renormalised weights, coverage, contributions, uncertainty.

mod combine;
mod contribution;
mod delta;
mod missing;
mod reading;
mod uncertainty;
mod weights;

pub(crate) use combine::{Combined, Level, combine};
pub use contribution::Contribution;
pub use delta::{CombinedMean, WeightedMean, combine_means};
pub use missing::{MissingSource, MissingWhy};
pub(crate) use reading::{Reading, readings};
pub use uncertainty::Uncertainty;
pub(crate) use weights::{WeightTable, integer_weight};
