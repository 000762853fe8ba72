use serde::{Deserialize, Serialize};

/// How answers are summed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScoreMode {
    /// Integers: the same bytes for any order of the answers, any partition and any platform.
    #[default]
    Exact,
    /// Floating point: faster, and the same bytes only for the same answers in the same order.
    Fast,
}
