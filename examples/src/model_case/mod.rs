//! The model case: complaints about slow permits, training for eight agencies, what it changed.

mod input;
mod measured;
mod outcome;
mod policy;
mod report;
mod waves;
mod year;

pub use input::{Input, read_input};
pub use outcome::{Outcome, read_outcome};
pub use policy::policy;
pub use report::{FileReport, Note};
pub use year::Year;

/// Anything that can go wrong in an example.
pub type Failure = Box<dyn std::error::Error>;

use bangkom::domain::id::IdNamespace;

/// The namespace of the example. A city keeps its own secret: who knows it can recompute the
/// ids of guessed employee numbers.
#[must_use]
pub fn namespace() -> IdNamespace {
    IdNamespace::new(uuid::Uuid::from_u128(
        0x5d1c_93f2_6a44_4b6e_9b0e_2f1a_77c8_1034,
    ))
}
