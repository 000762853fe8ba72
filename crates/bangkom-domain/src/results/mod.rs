//! What happened: attendance, test scores, observations at work, figures of the service.

mod check;
mod document;
mod finding;
mod instrument;
mod person;
mod series;

pub use check::check;
pub use document::{Results, ResultsSchema};
pub use finding::ResultsFinding;
pub use instrument::{Instrument, InstrumentKind};
pub use person::{Attendance, Observation, Occasion, TestScore};
pub use series::{ServicePoint, ServiceSeries};
