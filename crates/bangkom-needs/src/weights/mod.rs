//! Weights of sources from what people say of their importance: direct, by rank, by judgements.

mod ahp;
mod direct;
mod finding;
mod judgements;
mod perron;
mod policy;
mod random_index;
mod ranked;
mod triad;

pub use ahp::{AhpWeights, ahp};
pub use direct::{direct, equal};
pub use finding::{WeightFinding, WeightsError};
pub use judgements::Judgements;
pub use random_index::RandomIndex;
pub use ranked::{rank_order_centroid, rank_reciprocal, rank_sum};
pub use triad::Triad;
