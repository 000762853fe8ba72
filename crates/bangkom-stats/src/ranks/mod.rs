//! Rank tests with exact null distributions, also with ties.
//!
//! Exact p-values count every sign pattern, or every split into two samples, over the ranks that
//! were observed, so ties are no reason for an approximation.

mod differences;
mod exact;
mod location;
mod null;
mod rank_sum;
mod rank_sum_options;
mod sign_test;
mod signed_rank;
mod signed_rank_location;
mod signed_rank_options;
mod split_sums;

pub use exact::ExactP;
pub(crate) use null::SignSums;
pub use null::signed_rank_cdf;
pub use rank_sum::{RankSum, rank_sum};
pub use rank_sum_options::RankSumOptions;
pub use sign_test::{SignTest, sign_test};
pub use signed_rank::{SignedRank, signed_rank};
pub use signed_rank_options::{SignedRankOptions, ZeroMethod};
