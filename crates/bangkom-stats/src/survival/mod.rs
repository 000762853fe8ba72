//! Times until something happens, of which some are still open.
//!
//! A median over closed cases alone falls towards the present by itself; these functions count the
//! open ones too.

mod kaplan_meier;
mod log_rank;
mod observed;
mod options;
mod restricted_mean;
mod step;

pub use kaplan_meier::{KaplanMeier, kaplan_meier};
pub use log_rank::{LogRank, LogRankGroup, log_rank};
pub use options::{SurvivalInterval, SurvivalOptions};
pub use restricted_mean::RestrictedMean;
pub use step::SurvivalStep;
