use bangkom_domain::evidence::SourceKind;
use chrono::NaiveDate;

/// Why an answer was not added to a state; the state is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UpdateError {
    /// The configuration has no rule for this kind of source.
    #[error("the configuration has no rule for the source {}", kind.code())]
    UnknownSource {
        /// The kind.
        kind: SourceKind,
    },
    /// The level is not a number of 1 to 5.
    #[error("a level must be a number of 1 to 5")]
    OffScale,
    /// No answer was given, or more than a million.
    #[error("a record must count 1 to 1000000 answers, got {count}")]
    BadCount {
        /// The count.
        count: u32,
    },
    /// The day lies so far after the landmark that its weight would not fit.
    #[error("{day} is more than 15 half-lives after the landmark; the last day is {last}")]
    BeyondLandmark {
        /// The day of the answer.
        day: NaiveDate,
        /// The last day that fits.
        last: NaiveDate,
    },
    /// The state was made under another configuration, landmark or mode.
    #[error("the state was made under another configuration, landmark or mode")]
    OtherConfig,
}

/// Why two states were not merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the states were made under different configurations, landmarks or modes")]
pub struct MergeError;

/// Why a state gave no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FinishError {
    /// The state was made under another configuration, landmark or mode.
    #[error("the state was made under another configuration, landmark or mode")]
    OtherConfig,
    /// The score is read on a day before its newest answer.
    #[error("the state has an answer of {newest}, after the day of reading")]
    FutureAnswer {
        /// The day of the newest answer.
        newest: NaiveDate,
    },
}
