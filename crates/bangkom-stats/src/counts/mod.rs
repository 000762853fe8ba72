//! Proportions, paired and unpaired, and rates.

mod cochran_q;
mod mcnemar;
mod proportion;
mod rate_ratio;
mod two_proportions;

pub use cochran_q::{CochranQ, cochran_q};
pub(crate) use mcnemar::exact_p;
pub use mcnemar::{Discordance, McNemar, PairedCounts, mcnemar};
pub(crate) use proportion::critical;
pub use proportion::{Proportion, proportion};
pub use rate_ratio::{RateRatio, rate_ratio};
pub use two_proportions::{RiskRatio, TwoProportions, two_proportions};
