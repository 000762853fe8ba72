//! How good an instrument is: its items, its reliability, and how each item shifted.

mod build;
mod doubt;
mod forms;
mod quality;
mod record;
mod rows;

pub(crate) use build::{form_shift, instruments};
pub use doubt::ItemDoubt;
pub use forms::{FormReading, FormShift};
pub use quality::item_quality;
pub use record::{InstrumentQuality, ItemFigures, ItemQuality, ShiftOfItem};
