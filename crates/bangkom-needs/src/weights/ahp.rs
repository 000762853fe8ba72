use serde::{Deserialize, Serialize};

use super::perron::{geometric_means, perron};
use super::triad::{index_of, worst};
use super::{Judgements, RandomIndex, Triad};

/// The consistency ratio above which judgements should be looked at again.
const ACCEPTED: f64 = 0.10;

/// Weights from pairwise judgements, and how consistent these are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AhpWeights {
    /// The Perron vector: positive weights with the sum of one.
    pub weights: Vec<f64>,
    /// The weights by the second method, geometric means of the rows, with the sum of one.
    pub geometric_mean_weights: Vec<f64>,
    /// The greatest eigenvalue, the number of items where all judgements agree.
    pub lambda_max: f64,
    /// The consistency index, 0 where all judgements agree.
    pub consistency_index: f64,
    /// The index of judgements made at random; `None` where the table has none for so many items.
    pub random_index: Option<f64>,
    /// Who published the table.
    pub random_index_table: String,
    /// The index over the random one, 0 for one and two items; `None` without a random index.
    pub consistency_ratio: Option<f64>,
    /// The three judgements that contradict each other most; `None` where all agree.
    pub worst_triad: Option<Triad>,
}

impl AhpWeights {
    /// Whether the consistency ratio is known and at most 0.10.
    ///
    /// # References
    /// Saaty 1980.
    pub fn is_consistent(&self) -> bool {
        self.consistency_ratio
            .is_some_and(|ratio| ratio <= ACCEPTED)
    }
}

/// Weights by the analytic hierarchy process.
///
/// # Formula
/// ```text
/// A w = lambda_max w,   w > 0,  sum w = 1
/// CI = (lambda_max - n) / (n - 1),   CR = CI / RI(n),   CI = CR = 0 for n < 3
/// ```
///
/// # Examples
/// ```
/// use bangkom_needs::weights::{Judgements, RandomIndex, ahp};
///
/// let judgements = Judgements::from_upper(&[vec![3.0, 5.0], vec![3.0]])?;
/// let result = ahp(&judgements, &RandomIndex::saaty_1980());
/// assert!((result.weights[0] - 0.637).abs() < 1e-4);
/// assert!(result.is_consistent());
/// let triad = result.worst_triad.ok_or("consistent")?;
/// // 3 × 3 = 9 where 5 was judged.
/// assert!((triad.inconsistency - (1.0 - 5.0 / 9.0)).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// Saaty 1980, eigenvector and ratio; Crawford and Williams 1985, geometric means.
pub fn ahp(judgements: &Judgements, table: &RandomIndex) -> AhpWeights {
    let n = judgements.len();
    let (weights, lambda_max) = perron(judgements);
    let consistency_index = index_of(lambda_max, n);
    let random_index = table.of(n);
    let consistency_ratio = match (n, random_index) {
        (0..3, _) => Some(0.0),
        (_, index) => index.map(|index| consistency_index / index),
    };
    AhpWeights {
        weights,
        geometric_mean_weights: geometric_means(judgements),
        lambda_max,
        consistency_index,
        random_index,
        random_index_table: table.name.clone(),
        consistency_ratio,
        worst_triad: worst(judgements),
    }
}
