use serde::{Deserialize, Serialize};

/// Why the search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StopReason {
    /// Everything was tried.
    Finished,
    /// The observer asked for it.
    Observer,
    /// The options allow no further batch.
    BatchLimit,
}
