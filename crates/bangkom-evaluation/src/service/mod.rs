//! What citizens met: figures over time, cases, counts and surveys, before and after.

mod build;
mod cases;
mod cases_against;
mod count_change;
mod count_course;
mod count_opinions;
mod counts;
mod difference;
mod dispersion;
mod effect;
mod followed;
mod opinions;
mod other_figures;
mod pooled;
mod record;
mod satisfaction;
mod surveys;
mod weekly;
mod windows;

pub(crate) use build::services;
pub use cases::{CaseChange, CaseSpan, CaseTimes, case_times, case_times_beside};
pub use cases_against::CasesAgainst;
pub use count_course::{CountCourse, count_course};
pub use counts::{CountChange, Rates, Ratio, count_rates};
pub use difference::Difference;
pub use dispersion::Dispersion;
pub use effect::{AgainstCourse, SeriesEffect, series_effect};
pub(crate) use other_figures::{OtherFigures, other_figures};
pub use record::{ServiceChange, ServiceReading};
pub use satisfaction::{ElementChange, SatisfactionChange, SurveyChange, survey_change};
