//! Return on what was spent, from benefits that were isolated first.

mod roi;

pub use roi::{ReturnOnInvestment, RoiOptions, return_on_investment};
