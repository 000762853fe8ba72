//! Who still needs which support: rules over the outcomes of persons.

mod build;
mod progress;
mod rule;
mod seat;

pub(crate) use build::{Facts, follow_up};
pub use rule::SupportRule;
