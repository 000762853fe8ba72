//! Integers in place of floating point: the same sums in any order.

mod decay;
mod divide;
mod level;
mod share;
mod sums;

pub(crate) use decay::DecayTable;
pub(crate) use divide::{nano, nano_ratio, round_even};
pub(crate) use level::GridLevel;
pub(crate) use share::apportion;
pub(crate) use sums::{MEAN_BITS, SourceSums};
