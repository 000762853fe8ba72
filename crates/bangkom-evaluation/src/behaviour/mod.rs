//! What people do at work, seen by others before, after and months later.

mod build;
mod record;
mod schedule;

pub(crate) use build::behaviour;
pub use record::BehaviourChange;
pub(crate) use schedule::schedule;
pub use schedule::{MeasurementState, ScheduledMeasurement};
