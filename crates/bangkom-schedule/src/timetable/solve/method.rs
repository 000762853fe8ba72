use serde::{Deserialize, Serialize};

/// How the search decides which moves to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Method {
    /// Simulated annealing with temperatures found from the problem.
    #[default]
    Annealing,
    /// Step-counting hill climbing: the bound is renewed after so many evaluated moves.
    StepCounting(u64),
    /// Late acceptance: looks back so many evaluated moves.
    LateAcceptance(u32),
}
