//! What citizens met: figures over time, cases, counts and surveys, before and after.

mod build;
mod cases;
mod counts;
mod difference;
mod effect;
mod other_figures;
mod record;
mod satisfaction;
mod windows;

pub(crate) use build::services;
pub use cases::{CaseChange, CaseSpan, CaseTimes, case_times};
pub use counts::{CountChange, Rates, Ratio, count_rates};
pub use difference::Difference;
pub use effect::{AgainstCourse, SeriesEffect, series_effect};
pub(crate) use other_figures::other_figures;
pub use record::{ServiceChange, ServiceReading};
pub use satisfaction::{ElementChange, SatisfactionChange, SurveyChange, survey_change};
