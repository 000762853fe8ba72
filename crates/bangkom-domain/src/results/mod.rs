//! What happened: attendance, test scores, observations at work, figures of the service.

mod document;
mod instrument;
mod person;
mod series;

pub use document::{Results, ResultsSchema};
pub use instrument::{Instrument, InstrumentKind};
pub use person::{Attendance, Observation, Occasion, TestScore};
pub use series::{ServicePoint, ServiceSeries};
