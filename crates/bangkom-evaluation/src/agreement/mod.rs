//! How far observers of one person agree.

mod build;
mod record;

pub(crate) use build::alpha;
pub use record::{CriterionAgreement, ObserverAgreement};
