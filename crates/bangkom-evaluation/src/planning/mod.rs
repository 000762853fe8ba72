//! How many participants show an effect.

mod needed;
mod record;

pub use needed::participants_needed;
pub use record::{Needed, Planned};
