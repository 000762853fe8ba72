//! The independent checker: every hard rule, recomputed from the plan and the documents alone.

mod absence;
pub mod certificate;
mod context;
mod earlier;
mod form;
mod instructors;
mod money;
mod overlap;
mod pattern;
mod period_text;
mod persons;
mod rooms;
mod run;
mod seats;
mod sizes;
pub mod timetable;
mod violation;

pub use period_text::PeriodText;
pub use run::check;
pub use violation::PlanViolation;
