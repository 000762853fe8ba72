//! Evidence about persons and units, from declared sources.

mod appraisal;
mod aspect;
mod cause;
mod check;
mod document;
mod finding;
mod older_appraisal;
mod record;
mod scale;
mod source;
mod survey;

pub use appraisal::{AppraisalGrade, AppraisalTable, Expectation};
pub use aspect::{Aspect, Subject, SurveyElement};
pub use cause::{Cause, CauseMark};
pub use check::check;
pub use document::{Evidence, EvidenceSchema};
pub use finding::EvidenceFinding;
pub use older_appraisal::{OlderAppraisalBands, OlderAppraisalGrade};
pub use record::EvidenceRecord;
pub use scale::{Direction, Scale, ScaleError};
pub use source::{EvidenceSource, SourceKind};
pub use survey::{SatisfactionBands, SatisfactionGrade};
