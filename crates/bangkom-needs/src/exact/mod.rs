//! What answers add up to: integers, the same in any order, and a floating mode beside them.

mod decay;
mod divide;
mod fast;
mod level;
mod share;
mod sums;
mod trait_sums;

pub(crate) use decay::{DecayTable, MAX_HALF_LIVES};
pub(crate) use divide::{nano, nano_ratio, round_even};
pub(crate) use fast::FastSums;
pub(crate) use level::{GridLevel, LEVEL_BITS};
pub(crate) use share::apportion;
pub(crate) use sums::{MEAN_BITS, SourceSums};
pub(crate) use trait_sums::{Share, Sums};
