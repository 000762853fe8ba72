use bangkom_domain::evidence::SourceKind;
use chrono::NaiveDate;

/// Why columns were not scored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnsError {
    /// A column is longer or shorter than the column of keys.
    #[error("column {column} has {found} rows, expected {expected}")]
    Lengths {
        /// The column.
        column: &'static str,
        /// How many rows the column of keys has.
        expected: usize,
        /// How many rows it has.
        found: usize,
    },
    /// The configuration has no rule for a kind of source.
    #[error("the configuration has no rule for the source {}", kind.code())]
    NoRule {
        /// The kind.
        kind: SourceKind,
    },
    /// A kind of source has two codes.
    #[error("the source {} has two codes", kind.code())]
    TwoCodes {
        /// The kind.
        kind: SourceKind,
    },
    /// The day of reading lies too far after the landmark of the weights.
    #[error("weights of {} fit until {last}, the day of reading is later", kind.code())]
    BeyondLandmark {
        /// The kind of source with the shortest half-life.
        kind: SourceKind,
        /// The last day that fits.
        last: NaiveDate,
    },
    /// Rows could not be read.
    #[error("rows {first} to {end} could not be read")]
    Read {
        /// The index of the first row, counted from 0.
        first: usize,
        /// The index behind the last row.
        end: usize,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The observer asked to stop; nothing is left of the work.
    #[error("stopped as asked")]
    Stopped,
}
