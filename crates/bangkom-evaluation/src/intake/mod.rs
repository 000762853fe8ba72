//! Results as they come in: checked against plan, roster and catalog.

mod attendance;
mod batches;
mod explain;
mod finding;
mod instruments;
mod measures;
mod record;
mod series;

pub(crate) use batches::BatchInfo;
pub use finding::ResultFinding;
pub(crate) use instruments::InstrumentInfo;
pub(crate) use measures::{MeasureKey, Measures};
pub(crate) use record::Intake;
