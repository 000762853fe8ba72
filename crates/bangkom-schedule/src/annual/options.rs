use thiserror::Error;

use crate::rules::QualityWeights;

/// How a plan is made.
///
/// There is no seed: the construction draws nothing by chance, so that the same input gives
/// the same plan.
///
/// ```
/// use bangkom_schedule::PlanOptions;
///
/// let options = PlanOptions::default().starts(4).max_batches(Some(10));
/// assert_eq!(options.starts, 4);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanOptions {
    /// How many possible dates are compared for each batch, at least one; 6 by default.
    pub starts: u32,
    /// How many batches may be opened before the work stops; no limit by default.
    pub max_batches: Option<u64>,
    /// The weights of the quality level.
    pub weights: QualityWeights,
}

impl Default for PlanOptions {
    fn default() -> Self {
        Self {
            starts: 6,
            max_batches: None,
            weights: QualityWeights::default(),
        }
    }
}

impl PlanOptions {
    /// The same, comparing this many possible dates for each batch.
    #[must_use]
    pub fn starts(mut self, starts: u32) -> Self {
        self.starts = starts;
        self
    }

    /// The same, stopping after this many opened batches.
    #[must_use]
    pub fn max_batches(mut self, batches: Option<u64>) -> Self {
        self.max_batches = batches;
        self
    }

    /// The same with other weights of the quality level.
    #[must_use]
    pub fn weights(mut self, weights: QualityWeights) -> Self {
        self.weights = weights;
        self
    }
}

/// Why no plan was made.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct PlanError(#[from] Repr);

#[derive(Debug, Error)]
enum Repr {
    #[error("at least one possible date must be compared for each batch, got 0")]
    NoStarts,
}

impl PlanError {
    pub(super) fn no_starts() -> Self {
        Repr::NoStarts.into()
    }

    /// Whether the options are why.
    pub fn is_options(&self) -> bool {
        matches!(self.0, Repr::NoStarts)
    }
}
