//! Needs of units, agencies and the city, without showing anybody.

mod build;
mod record;
mod suppress;

pub use build::roll_up;
pub use record::{GroupFigure, UnitNeeds};
