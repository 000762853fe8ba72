//! What people do at work, seen by others before, after and months later.

mod agreement;
mod build;
mod record;
mod schedule;

pub use agreement::ObserverAgreement;
pub(crate) use build::behaviour;
pub use record::BehaviourChange;
pub(crate) use schedule::schedule;
pub use schedule::{MeasurementState, ScheduledMeasurement};
