//! Analysis of the single items of a test.

mod analysis;
mod shift;

pub use analysis::{ItemAnalysis, ItemStatistics, item_analysis};
pub use shift::{ItemShift, ItemShifts, item_shifts};
