//! Why a statistic could not be computed.

/// Why a statistic could not be computed.
///
/// Messages name arguments, indexes and limits. A value is shown only for parameters, never for an
/// element of a sample, because an element may be somebody's score.
///
/// # Examples
///
/// ```
/// use bangkom_stats::StatsError;
///
/// let error = StatsError::TooFew { needed: 2, got: 1 };
/// assert_eq!(error.to_string(), "at least 2 values are needed, got 1");
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StatsError {
    /// The sample is too small for the method, after missing values were dropped.
    #[error("at least {needed} values are needed, got {got}")]
    TooFew {
        /// Smallest number of values the method works with.
        needed: usize,
        /// Number of values that were present.
        got: usize,
    },
    /// Two slices that belong together differ in length.
    #[error("slices that belong together have lengths {first} and {second}")]
    LengthMismatch {
        /// Length of the first slice.
        first: usize,
        /// Length of the second slice.
        second: usize,
    },
    /// An element of a sample is infinite (missing values are NaN and are dropped instead).
    #[error("{argument}[{index}] is not finite")]
    NotFinite {
        /// Name of the argument.
        argument: &'static str,
        /// Position of the first such element.
        index: usize,
    },
    /// A parameter, or an element of a sample, lies outside the range that has a meaning.
    #[error("{}", out_of_range(argument, *index, *value, *low, *high))]
    OutOfRange {
        /// Name of the argument.
        argument: &'static str,
        /// Position in the argument when it is a sample; the value is then not shown.
        index: Option<usize>,
        /// The value given.
        value: f64,
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
    },
    /// All values are equal where the method divides by their spread.
    #[error("{what} do not vary")]
    NoVariation {
        /// What is constant, in the plural: "differences", "scores of item 3".
        what: &'static str,
    },
    /// The quantity has no value for this input.
    #[error("{what} is undefined: {why}")]
    Undefined {
        /// The quantity.
        what: &'static str,
        /// The reason.
        why: &'static str,
    },
    /// The columns of a design are linearly dependent.
    #[error("column {column} of the design depends on the columns before it")]
    Degenerate {
        /// Index of the first dependent column.
        column: usize,
    },
    /// An iteration reached its limit without the accuracy that the method promises.
    #[error("{what} did not converge in {steps} steps")]
    NotConverged {
        /// What was iterated.
        what: &'static str,
        /// The limit.
        steps: usize,
    },
}

fn out_of_range(argument: &str, index: Option<usize>, value: f64, low: f64, high: f64) -> String {
    match index {
        Some(index) => format!("{argument}[{index}] lies outside {low}..{high}"),
        None => format!("{argument} must lie in {low}..{high}, got {value}"),
    }
}

impl StatsError {
    /// A parameter (not an element of a sample) outside its range.
    pub(crate) const fn parameter(argument: &'static str, value: f64, low: f64, high: f64) -> Self {
        Self::OutOfRange {
            argument,
            index: None,
            value,
            low,
            high,
        }
    }

    /// Names the row of a table in place of the position in the row.
    pub(crate) fn at_row(self, row: usize) -> Self {
        match self {
            Self::NotFinite { argument, .. } => Self::NotFinite {
                argument,
                index: row,
            },
            Self::OutOfRange {
                argument,
                value,
                low,
                high,
                ..
            } => Self::OutOfRange {
                argument,
                index: Some(row),
                value,
                low,
                high,
            },
            other => other,
        }
    }
}
