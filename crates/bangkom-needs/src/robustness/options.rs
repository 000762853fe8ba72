use serde::{Deserialize, Serialize};

use super::{LabelRule, RankProblemError};

/// Which weights are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WeightModel {
    /// Around the chosen weights: Dirichlet with the parameters concentration × weight.
    ///
    /// A weight w varies with the standard deviation sqrt(w (1 - w) / (concentration + 1)).
    Around {
        /// The concentration, 0.1 to 1e6; the greater, the nearer to the chosen weights.
        concentration: f64,
    },
    /// All weights alike, as if nothing were known of them; sources of weight 0 stay out.
    Uniform,
}

/// How the firmness of a ranking is examined.
///
/// ```
/// use bangkom_needs::robustness::StabilityOptions;
///
/// let options = StabilityOptions::new(30).draws(500).seed(7);
/// assert_eq!((options.top, options.draws), (30, 500));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StabilityOptions {
    /// How many first places matter, such as the seats there are, at least 1.
    pub top: usize,
    /// How many draws, 1 to 1 000 000.
    pub draws: u32,
    /// The seed of the draws; the same seed gives the same bytes.
    pub seed: u64,
    /// Which weights are drawn; of no use where the evidence is drawn.
    pub weights: WeightModel,
    /// The share of draws that the interval of ranks holds, 0.5 to 0.999.
    pub interval: f64,
    /// For how many first ranks the acceptability is given.
    pub ranks: usize,
    /// How many alternatives are followed at most; memory is 8 bytes × this × draws.
    pub max_candidates: usize,
    /// When a place is firm or likely.
    pub labels: LabelRule,
}

impl StabilityOptions {
    /// The usual options where the first `top` places matter.
    ///
    /// 2000 draws, concentration 50 (a weight of 0.25 varies by 0.06), intervals of 90 %, no
    /// acceptability of single ranks, at most 4000 alternatives.
    pub fn new(top: usize) -> Self {
        Self {
            top,
            draws: 2_000,
            seed: 0,
            weights: WeightModel::Around {
                concentration: 50.0,
            },
            interval: 0.90,
            ranks: 0,
            max_candidates: 4_000,
            labels: LabelRule::default(),
        }
    }

    /// Sets the number of draws.
    #[must_use]
    pub fn draws(mut self, draws: u32) -> Self {
        self.draws = draws;
        self
    }

    /// Sets the seed.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets which weights are drawn.
    #[must_use]
    pub fn weights(mut self, model: WeightModel) -> Self {
        self.weights = model;
        self
    }

    /// Sets for how many first ranks the acceptability is given.
    #[must_use]
    pub fn ranks(mut self, ranks: usize) -> Self {
        self.ranks = ranks;
        self
    }

    /// Sets how many alternatives are followed at most.
    #[must_use]
    pub fn max_candidates(mut self, candidates: usize) -> Self {
        self.max_candidates = candidates;
        self
    }

    /// Fails at the first option outside its range.
    pub(super) fn check(&self) -> Result<(), RankProblemError> {
        let within = |option, given: f64, low: f64, high: f64| {
            if (low..=high).contains(&given) {
                return Ok(());
            }
            Err(RankProblemError::Option {
                option,
                given,
                low,
                high,
            })
        };
        within("top", self.top as f64, 1.0, 1e9)?;
        within("draws", f64::from(self.draws), 1.0, 1e6)?;
        within("interval", self.interval, 0.5, 0.999)?;
        within("max_candidates", self.max_candidates as f64, 1.0, 1e9)?;
        within("labels.firm", self.labels.firm, 0.5, 1.0)?;
        within("labels.likely", self.labels.likely, 0.5, self.labels.firm)?;
        match self.weights {
            WeightModel::Around { concentration } => {
                within("concentration", concentration, 0.1, 1e6)
            }
            WeightModel::Uniform => Ok(()),
        }
    }
}
