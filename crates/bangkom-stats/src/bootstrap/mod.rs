//! The bootstrap: replicates that depend only on seed and number, and the intervals from them.
//!
//! Replicate `r` of a seed is the same whoever computes it, so replicates may be spread over
//! threads with [`replicate`] and put together with [`summarize`]; [`run`] does both in one thread
//! and reports progress.

mod bca;
mod ideal;
mod intervals;
mod observer;
mod options;
mod quantile;
mod result;
mod run;
mod statistic;
mod stream;

pub use bca::Bca;
pub use ideal::{IdealBootstrap, ideal};
pub(crate) use observer::observed;
pub use observer::{End, Observer, Silent};
pub use options::BootstrapOptions;
pub use result::Bootstrap;
pub use run::{confidence, replicate, run, summarize};
pub use statistic::{Mean, MeanOverSd, Median, Statistic};
pub use stream::Stream;
