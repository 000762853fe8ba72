//! What citizens met: figures of the service before and after the batches.

mod build;
mod difference;
mod record;

pub(crate) use build::services;
pub use difference::Difference;
pub use record::{ServiceChange, ServiceReading};
