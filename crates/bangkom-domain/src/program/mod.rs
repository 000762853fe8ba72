//! Training programs: modules with outcomes, sessions in time, limits, costs.

mod limits;
mod method;
mod module;
mod record;
mod session;
mod target;

pub use limits::{BatchLimits, ProgramCost};
pub use method::{DeliveryMethod, Pathway};
pub use module::{LearningOutcome, Module};
pub use record::Program;
pub use session::{Gap, SessionKind, SessionTemplate, Venue};
pub use target::LearningTarget;
