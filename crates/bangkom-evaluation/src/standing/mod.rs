//! Programs, providers and instructors beside each other, as far as that is fair.

mod beside;
mod build;
mod record;

pub(crate) use build::standings;
pub use record::{GroupKind, Standing, StandingReading};
