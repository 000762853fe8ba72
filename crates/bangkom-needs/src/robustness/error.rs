use crate::weights::WeightsError;

/// Why nothing can be ranked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RankProblemError {
    /// The weights cannot be used.
    #[error(transparent)]
    Weights(#[from] WeightsError),
    /// There is nothing to rank.
    #[error("there is nothing to rank")]
    Empty,
    /// Some of what is to be ranked cannot be used; every fault is listed.
    #[error("{} alternatives cannot be ranked, the first: {}", .0.len(), .0[0])]
    Alternatives(Vec<AlternativeFault>),
    /// An option lies outside its range.
    #[error("{option} must be {low} to {high}, got {given}")]
    Option {
        /// The option.
        option: &'static str,
        /// What was given.
        given: f64,
        /// The least value.
        low: f64,
        /// The greatest value.
        high: f64,
    },
}

/// What is wrong with one alternative; alternatives count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("alternative {alternative}: {kind}")]
pub struct AlternativeFault {
    /// Which one.
    pub alternative: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with an alternative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// It has more or fewer readings than there are sources.
    #[error("{got} readings for {needed} sources")]
    Length {
        /// How many sources there are.
        needed: usize,
        /// How many readings it has.
        got: usize,
    },
    /// A value, factor or line is not finite or beyond 10 000, or a factor is negative.
    #[error("a number that is not finite, beyond 10000, or a negative factor")]
    Number,
    /// No source of positive weight says anything.
    #[error("no source of positive weight says anything")]
    NothingPresent,
    /// It has no line to be scored by.
    #[error("no line to be scored by")]
    NoLine,
}
