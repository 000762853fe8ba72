//! Values in order of time: dependence, interruptions, trends.

mod autocorrelation;
mod counts;
mod durbin_watson;
mod options;
mod segmented;
mod sen;
mod trend;

pub use autocorrelation::autocorrelation;
pub use counts::{InterruptedCounts, RateFactor, interrupted_counts};
pub use durbin_watson::durbin_watson;
pub use options::SegmentedOptions;
pub use segmented::{AfterPoint, HorizonEffect, InterruptedSeries, interrupted_series};
pub use trend::{MannKendall, mann_kendall};
