//! Values in order of time: dependence, interruptions, trends.

mod autocorrelation;

pub use autocorrelation::autocorrelation;
