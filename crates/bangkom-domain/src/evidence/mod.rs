//! Evidence about persons and units, from declared sources.

mod aspect;
mod cause;
mod check;
mod document;
mod finding;
mod record;
mod scale;
mod source;

pub use aspect::{Aspect, Subject, SurveyElement};
pub use cause::{Cause, CauseMark};
pub use check::check;
pub use document::{Evidence, EvidenceSchema};
pub use finding::EvidenceFinding;
pub use record::EvidenceRecord;
pub use scale::{Direction, Scale, ScaleError};
pub use source::{EvidenceSource, SourceKind};
