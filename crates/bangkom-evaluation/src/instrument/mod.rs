//! How good an instrument is: its items, its reliability, and how each item shifted.

mod build;
mod doubt;
mod quality;
mod record;

pub(crate) use build::instruments;
pub use doubt::ItemDoubt;
pub use quality::item_quality;
pub use record::{InstrumentQuality, ItemFigures, ItemQuality, ShiftOfItem};
