use serde::{Deserialize, Serialize};

/// Why the search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StopReason {
    /// Everything was tried.
    Finished,
    /// The caller's clock ran out: the result depends on the speed of the machine.
    Clock,
    /// The observer asked for it.
    Observer,
    /// The options allow no further batch.
    BatchLimit,
}

impl StopReason {
    /// This reason, or the other where this one is that everything was tried.
    pub(crate) fn or(self, other: Self) -> Self {
        if self == Self::Finished { other } else { self }
    }
}
