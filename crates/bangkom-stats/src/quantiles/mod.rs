//! Quantiles, their distribution-free interval, and shares within a target.

mod harrell_davis;
mod hyndman_fan;
mod order_interval;
mod sorted;
mod within;

pub use harrell_davis::harrell_davis;
pub use hyndman_fan::{QuantileKind, quantile};
pub use order_interval::{QuantileInterval, quantile_interval};
pub use sorted::SortedSample;
pub use within::{ShareWithin, share_within};
