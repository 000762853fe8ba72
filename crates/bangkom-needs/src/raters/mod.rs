//! Who is severe, how far raters agree, and levels freed of severity.

mod adjust;
mod agreement;
mod block;
mod document;
mod figure;
mod panel;
mod report;
mod withhold;

pub(crate) use adjust::Adjusted;
pub use agreement::{AlphaFigures, IccFigures, RaterAgreement};
pub use document::RaterSeverity;
pub use document::{AdjustedLevel, PanelPart, RaterPanel, RaterReport, RaterReportSchema};
pub use figure::{AbsentWhy, Figure};
pub use report::rater_report;
