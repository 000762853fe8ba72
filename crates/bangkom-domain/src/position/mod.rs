//! Positions: kinds, echelons and functional levels.

mod kind;
mod record;

pub use kind::PositionKind;
pub use record::Position;
