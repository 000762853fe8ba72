use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

/// Why a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StopReason {
    /// All moves of the budget were tried.
    Moves,
    /// The caller's clock ran out: the result depends on the speed of the machine.
    Clock,
    /// The observer asked for it.
    Observer,
    /// Nothing can be better.
    Perfect,
    /// There is nothing to move.
    Nothing,
}

/// How many moves a search tried, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Draws that gave no change.
    pub idle: u64,
    /// Moves that a hard rule refused.
    pub refused: u64,
    /// Moves whose complete difference was computed.
    pub evaluated: u64,
    /// Moves that were made.
    pub taken: u64,
}

impl Counts {
    /// All draws.
    pub fn draws(&self) -> u64 {
        self.idle + self.refused + self.evaluated
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.idle += other.idle;
        self.refused += other.refused;
        self.evaluated += other.evaluated;
        self.taken += other.taken;
    }
}

/// What a search says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The least energy that was met.
    pub best: i64,
    /// What became of the moves.
    pub counts: Counts,
    /// Why it ended.
    pub stop: StopReason,
}
