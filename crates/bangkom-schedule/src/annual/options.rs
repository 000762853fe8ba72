use thiserror::Error;

use super::bound::BoundOptions;
use crate::rules::QualityWeights;
use crate::search::Budget;

/// How a plan is made.
///
/// The same input, seed and budget of moves give the same plan.
///
/// ```
/// use bangkom_schedule::PlanOptions;
/// use bangkom_schedule::search::Budget;
///
/// let options = PlanOptions::default().starts(4).seed(7).budget(Budget::Moves(50_000));
/// assert_eq!((options.starts, options.seed), (4, 7));
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct PlanOptions<'a> {
    /// How many possible dates are compared for each batch, at least one; 6 by default.
    pub starts: u32,
    /// How many batches may be opened before the work stops; no limit by default.
    pub max_batches: Option<u64>,
    /// Decides what the search draws by chance; 1 by default.
    pub seed: u64,
    /// How long the plan that was constructed is improved; 200,000 moves by default.
    ///
    /// Giving a claim a seat counts one move, opening batches anew a hundred.
    pub budget: Budget<'a>,
    /// The weights of the quality level.
    pub weights: QualityWeights,
    /// How hard to look for what no plan can exceed; one rough linear program by default.
    pub bound: BoundOptions,
}

impl Default for PlanOptions<'_> {
    fn default() -> Self {
        Self {
            starts: 6,
            max_batches: None,
            seed: 1,
            budget: Budget::Moves(200_000),
            weights: QualityWeights::default(),
            bound: BoundOptions::default().gap(1e-3),
        }
    }
}

impl<'a> PlanOptions<'a> {
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

    /// The same with another seed.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The same with another budget of the search.
    #[must_use]
    pub fn budget(mut self, budget: Budget<'a>) -> Self {
        self.budget = budget;
        self
    }

    /// The same with other weights of the quality level.
    #[must_use]
    pub fn weights(mut self, weights: QualityWeights) -> Self {
        self.weights = weights;
        self
    }

    /// The same, looking so hard for what no plan can exceed.
    #[must_use]
    pub fn bound(mut self, bound: BoundOptions) -> Self {
        self.bound = bound;
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
