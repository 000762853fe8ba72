//! What happened: attendance, answers, scores, observations at work, the service, benefits, and
//! how it was measured.

mod benefit;
mod check;
mod design;
mod document;
mod finding;
mod instrument;
mod items;
mod person;
mod series;
mod service;
mod sound;

pub use benefit::Benefit;
pub use check::check;
pub use design::{
    Assignment, BatchProvider, ComparisonScore, Selection, StudyDesign, TestForms, TestPopulation,
};
pub use document::{Results, ResultsSchema};
pub use finding::ResultsFinding;
pub use instrument::{Instrument, InstrumentKind};
pub use items::{InstrumentItems, Item, ItemAnswers};
pub use person::{Attendance, Observation, Occasion, TestScore};
pub use series::{ServicePoint, ServiceSeries};
pub use service::{
    CaseLog, CountPoint, CountSeries, ElementAnswers, SatisfactionWave, ServiceCase,
};
