//! Gains on a bounded scale, who changed reliably, what regression to the mean explains.

mod bounds;
mod control;
mod individual;
mod intervals;
mod normalized;
mod regression_to_mean;
mod reliable_change;
mod scale;

pub use bounds::{BoundShares, floor_ceiling};
pub use control::{PrePostControl, pre_post_control};
pub use individual::{individual_gains, normalized_changes};
pub use intervals::{GainIntervals, gain_intervals};
pub(crate) use normalized::median;
pub use normalized::{GainBand, Gains, normalized};
pub use regression_to_mean::{RegressionToMean, regression_to_mean};
pub use reliable_change::{ChangeClass, ReliableChange, reliable_change};
pub use scale::Scale;
