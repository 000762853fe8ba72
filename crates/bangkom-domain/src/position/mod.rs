//! Positions: kinds, echelons and functional levels.

mod echelon;
mod group;
mod kind;
mod record;
mod retirement;

pub use echelon::Echelon;
pub use group::PositionGroup;
pub use kind::PositionKind;
pub use record::Position;
