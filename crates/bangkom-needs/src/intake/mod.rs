//! Evidence as it comes in: checked, mapped to levels, and ordered.

mod causes;
mod check;
mod duplicates;
mod explain;
mod finding;
mod mapper;
mod observation;
mod record;
mod sources;

pub(crate) use causes::{CauseBook, CauseCounts};
pub use finding::EvidenceFinding;
pub(crate) use observation::{Observation, Topic};
pub(crate) use record::{Intake, Observed};
