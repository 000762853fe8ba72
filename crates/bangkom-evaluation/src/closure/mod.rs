//! How far gaps in competence were closed, by competency, agency and city.

mod build;
mod record;

pub(crate) use build::closures;
pub use record::GapClosure;
