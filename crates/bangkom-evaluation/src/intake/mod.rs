//! Results as they come in: checked against plan, roster and catalog.

mod answers;
mod attendance;
mod batches;
mod compared;
mod explain;
mod finding;
mod instruments;
mod measures;
mod observers;
mod record;
mod series;
mod service;

pub(crate) use answers::Answered;
pub(crate) use batches::BatchInfo;
pub use finding::ResultFinding;
pub(crate) use instruments::InstrumentInfo;
pub(crate) use measures::{MeasureKey, Measures, Scored};
pub(crate) use observers::are_apart;
pub(crate) use record::Intake;
