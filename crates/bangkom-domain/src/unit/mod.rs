//! Organisational units and their tree: city, agencies, sub-units.

mod kind;
mod record;

pub use kind::UnitKind;
pub use record::Unit;
