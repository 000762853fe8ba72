//! What is known of one person and competency as sums that can be kept, added to and merged.

mod bytes;
mod config;
mod error;
mod mode;
mod score;
mod sums;
mod update;

pub use bytes::BytesError;
pub use config::ScoreConfig;
pub use error::{FinishError, MergeError, UpdateError};
pub use mode::ScoreMode;
pub use score::Score;
pub use update::ScoreState;
