//! What is said of a whole unit, and how much it touches those who served there.

mod credibility;
mod draw;
mod exposures;
mod finding;
mod pending;
mod push_down;
mod reading;

pub(crate) use draw::Rate;
pub(crate) use exposures::ExposureBook;
pub use finding::ExposureFinding;
pub(crate) use pending::{Blends, Pending, UnitAnswer};
pub use push_down::{PushDown, push_down};
pub use reading::UnitReading;
