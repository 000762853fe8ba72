use thiserror::Error;

use super::bound::BoundOptions;
use crate::rules::QualityWeights;
use crate::search::{Budget, Walkers};

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
    /// How long the plan is worked on, all walkers together; 200,000 moves by default.
    ///
    /// Giving a claim a seat counts one move, opening batches anew a hundred. A clock begins
    /// with the first step, and counts the linear program of the guide.
    pub budget: Budget<'a>,
    /// How many walks share the budget, and on how many threads; one each by default.
    ///
    /// The first of the best plans counts: it depends on the walkers and never on the threads.
    pub walkers: Walkers,
    /// Whether a linear program that forgets the dates says first what a good plan looks like;
    /// yes by default. Of a city of 20,000 that takes some seconds.
    pub guided: bool,
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
            walkers: Walkers {
                walkers: 1,
                threads: 1,
            },
            guided: true,
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

    /// The same with so many walkers.
    #[must_use]
    pub fn walkers(mut self, walkers: u32) -> Self {
        self.walkers.walkers = walkers;
        self
    }

    /// The same on so many threads; the result is the same.
    #[must_use]
    pub fn threads(mut self, threads: u32) -> Self {
        self.walkers.threads = threads;
        self
    }

    /// The same with or without a linear program as a guide.
    #[must_use]
    pub fn guided(mut self, guided: bool) -> Self {
        self.guided = guided;
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
