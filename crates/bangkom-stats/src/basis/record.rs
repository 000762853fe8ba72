use serde::{Deserialize, Serialize};

use super::{Alternative, ConfidenceLevel, Method, Warning};

/// What a result rests on: how many values, which method, which direction and level, and doubts.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{Basis, Method, Warning};
///
/// let basis = Basis::new(Method::new("paired_t"), 40, 38);
/// assert_eq!(basis.n_missing, 2);
/// assert_eq!(basis.warnings, [Warning::MissingDropped { count: 2 }]);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Values (or pairs, or rows) that were given.
    pub n_input: usize,
    /// Values that the estimate rests on.
    pub n_used: usize,
    /// Values left out because they, or their partner, are missing.
    pub n_missing: usize,
    /// Method and variant.
    pub method: Method,
    /// Direction of the test.
    pub alternative: Alternative,
    /// Confidence level of the intervals.
    pub level: ConfidenceLevel,
    /// Doubts that a reader should know, in a fixed order.
    pub warnings: Vec<Warning>,
}

impl Basis {
    /// A two-sided basis at the default level; a difference of the counts is taken as missing.
    pub fn new(method: Method, n_input: usize, n_used: usize) -> Self {
        let n_missing = n_input.saturating_sub(n_used);
        let missing = Warning::MissingDropped { count: n_missing };
        Self {
            n_input,
            n_used,
            n_missing,
            method,
            alternative: Alternative::default(),
            level: ConfidenceLevel::default(),
            warnings: if n_missing > 0 {
                vec![missing]
            } else {
                Vec::new()
            },
        }
    }

    /// Sets the direction.
    #[must_use]
    pub fn alternative(mut self, alternative: Alternative) -> Self {
        self.alternative = alternative;
        self
    }

    /// Sets the level.
    #[must_use]
    pub fn level(mut self, level: ConfidenceLevel) -> Self {
        self.level = level;
        self
    }

    /// Adds a warning when the condition holds.
    #[must_use]
    pub fn warn_if(mut self, condition: bool, warning: Warning) -> Self {
        if condition {
            self.warnings.push(warning);
        }
        self
    }
}
