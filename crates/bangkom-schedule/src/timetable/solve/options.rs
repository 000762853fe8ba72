use super::Method;
use crate::search::{Budget, Walkers};

/// How a timetable is searched.
///
/// ```
/// use bangkom_schedule::search::Budget;
/// use bangkom_schedule::timetable::SolveOptions;
///
/// let options = SolveOptions::default().seed(7).budget(Budget::Moves(50_000)).walkers(2);
/// assert_eq!((options.seed, options.walkers.walkers, options.walkers.threads), (7, 2, 1));
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct SolveOptions<'a> {
    /// The same seed, budget of moves and number of walkers give the same plan; 1 by default.
    pub seed: u64,
    /// How long to search, all walkers together; 2,000,000 moves by default.
    pub budget: Budget<'a>,
    /// How many walks share the budget, and on how many threads; one each by default.
    pub walkers: Walkers,
    /// How moves are accepted.
    pub method: Method,
}

impl Default for SolveOptions<'_> {
    fn default() -> Self {
        Self {
            seed: 1,
            budget: Budget::Moves(2_000_000),
            walkers: Walkers {
                walkers: 1,
                threads: 1,
            },
            method: Method::default(),
        }
    }
}

impl<'a> SolveOptions<'a> {
    /// The same with another seed.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The same with another budget.
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

    /// The same with another method.
    #[must_use]
    pub fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }
}
