//! Evidence about persons and units, from declared sources.

mod appraisal;
mod aspect;
mod cause;
mod check;
mod document;
mod exposure;
mod finding;
mod instrument;
mod older_appraisal;
mod record;
mod satisfaction;
mod scale;
mod source;
mod survey;

pub use appraisal::{AppraisalGrade, AppraisalTable, Expectation};
pub use aspect::{Aspect, Subject, SurveyElement};
pub use cause::{Cause, CauseMark};
pub use check::check;
pub use document::{Evidence, EvidenceSchema};
pub use exposure::Exposure;
pub use finding::EvidenceFinding;
pub use instrument::ScalePreset;
pub use older_appraisal::{OlderAppraisal, OlderAppraisalBands, OlderAppraisalGrade};
pub use record::EvidenceRecord;
pub use satisfaction::{ElementWeight, SatisfactionError, SatisfactionIndex};
pub use scale::{Direction, Scale, ScaleError};
pub use source::{EvidenceLevel, EvidenceSource, SourceKind};
pub use survey::{SatisfactionBands, SatisfactionGrade};
