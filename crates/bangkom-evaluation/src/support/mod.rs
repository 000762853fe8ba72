//! Who still needs which support: rules over the outcomes of persons.

mod build;
mod progress;
mod rule;

pub(crate) use build::follow_up;
pub use rule::SupportRule;
