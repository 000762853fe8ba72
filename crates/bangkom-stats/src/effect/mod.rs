//! Standardised effect sizes, each under the name of what it divides by.
//!
//! There is no bare `d`: the same pairs give five different ones, and with a correlation of 0.8
//! `d_z` is about 1.6 times `d_av`. Compare only like with like.

mod dominance;
mod hedges;
mod independent;
mod paired;

pub use dominance::{Dominance, dominance};
pub use hedges::hedges_correction;
pub use independent::{IndependentEffect, independent};
pub use paired::{PairedEffect, paired};
