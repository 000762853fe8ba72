use serde::{Deserialize, Serialize};

use crate::StatsError;
use crate::basis::{Basis, ConfidenceLevel, Method};
use crate::grid::even_rows;
use crate::moments::Moments;
use crate::multiplicity::{Adjustment, adjust_p_values};
use crate::regression::Coefficient;
use crate::sample::{at_least, same_length};

/// Weights of the occasions in a comparison; they sum to zero.
///
/// # Examples
///
/// ```
/// use bangkom_stats::repeated::Contrast;
///
/// let change = Contrast::between(0, 2, 3)?;
/// assert_eq!(change.weights(), [-1.0, 0.0, 1.0]);
/// assert!(Contrast::new(vec![1.0, 1.0]).is_err());
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f64>", into = "Vec<f64>")]
pub struct Contrast(Vec<f64>);

impl Contrast {
    /// Checks weights.
    ///
    /// # Errors
    ///
    /// [`StatsError::NotFinite`]; [`StatsError::Undefined`] when all are zero or the sum is not
    /// zero (beyond rounding).
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::repeated::Contrast;
    ///
    /// assert!(Contrast::new(vec![-1.0, 0.5, 0.5]).is_ok());
    /// ```
    pub fn new(weights: Vec<f64>) -> Result<Self, StatsError> {
        if let Some(index) = weights.iter().position(|weight| !weight.is_finite()) {
            return Err(StatsError::NotFinite {
                argument: "weights",
                index,
            });
        }
        let sum: f64 = weights.iter().sum();
        let size: f64 = weights.iter().map(|weight| weight.abs()).sum();
        if size == 0.0 || sum.abs() > 1e-12 * size {
            return Err(StatsError::Undefined {
                what: "a contrast",
                why: "its weights must sum to zero and not all be zero",
            });
        }
        Ok(Self(weights))
    }

    /// The change from one occasion to another, of `occasions`.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] for an occasion that does not exist; [`StatsError::Undefined`]
    /// when both are the same.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::repeated::Contrast;
    ///
    /// assert!(Contrast::between(1, 1, 3).is_err());
    /// ```
    pub fn between(from: usize, to: usize, occasions: usize) -> Result<Self, StatsError> {
        for (argument, occasion) in [("from", from), ("to", to)] {
            if occasion >= occasions {
                let high = occasions.saturating_sub(1) as f64;
                return Err(StatsError::parameter(argument, occasion as f64, 0.0, high));
            }
        }
        let mut weights = vec![0.0; occasions];
        weights[to] += 1.0;
        weights[from] -= 1.0;
        Self::new(weights)
    }

    /// The weights, one an occasion.
    pub fn weights(&self) -> &[f64] {
        &self.0
    }

    /// Scores of the rows that are complete in the occasions with weight.
    fn scores<R: AsRef<[f64]>>(&self, rows: &[R]) -> Vec<f64> {
        let score = |row: &R| -> f64 {
            let cells = row.as_ref().iter().zip(&self.0);
            let weighted = cells.filter(|(_, weight)| **weight != 0.0);
            weighted.map(|(value, weight)| value * weight).sum()
        };
        rows.iter().map(score).filter(|s| !s.is_nan()).collect()
    }
}

impl TryFrom<Vec<f64>> for Contrast {
    type Error = StatsError;

    fn try_from(weights: Vec<f64>) -> Result<Self, StatsError> {
        Self::new(weights)
    }
}

impl From<Contrast> for Vec<f64> {
    fn from(contrast: Contrast) -> Self {
        contrast.0
    }
}

/// One planned comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContrastTest {
    /// What was compared.
    pub contrast: Contrast,
    /// Persons, spread and test; the estimate is in units of the values.
    pub basis: Basis,
    /// Weighted sum of the means, its test and interval, not adjusted.
    pub test: Coefficient,
    /// Standard deviation of the persons' scores, in units of the values.
    pub sd: f64,
    /// p-value after Holm, over all comparisons of the call.
    pub p_holm: f64,
}

/// Result of [`planned_contrasts`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedContrasts {
    /// Rows given; used are those complete in at least one comparison.
    pub basis: Basis,
    /// The comparisons, in input order.
    pub tests: Vec<ContrastTest>,
}

/// Tests comparisons that were planned, each by the persons' own contrast scores.
///
/// Every comparison has its own error term, so unequal variances of the differences do no harm.
///
/// # Formula
///
/// ```text
/// c_i = sum w_j y_ij, t = mean(c) / (sd(c) / sqrt n) on n - 1 degrees of freedom
/// Holm: p_(i) adjusted = max over j <= i of min(1, (m - j + 1) p_(j))
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`] when rows or weights differ in length;
/// [`StatsError::NotFinite`]; [`StatsError::TooFew`] when a comparison has fewer than two complete
/// rows, or there is none; [`StatsError::NoVariation`] when all persons have one score.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::repeated::{Contrast, planned_contrasts};
///
/// let rows = [[3.0, 5.0, 6.0], [4.0, 5.0, 5.0], [2.0, 5.0, 4.0], [5.0, 7.0, f64::NAN]];
/// let planned = [Contrast::between(0, 1, 3)?, Contrast::between(1, 2, 3)?];
/// let result = planned_contrasts(&rows, &planned, ConfidenceLevel::default())?;
/// assert_eq!(result.tests[0].test.estimate, 2.0);
/// assert_eq!(result.tests[1].basis.n_used, 3);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Maxwell and Delaney (2004); Holm (1979).
pub fn planned_contrasts<R: AsRef<[f64]>>(
    rows: &[R],
    contrasts: &[Contrast],
    level: ConfidenceLevel,
) -> Result<PlannedContrasts, StatsError> {
    let occasions = even_rows("rows", rows)?.first().map_or(0, |row| row.len());
    at_least(1, contrasts.len())?;
    let one = |contrast: &Contrast| {
        same_length(occasions, contrast.0.len())?;
        single(contrast, &contrast.scores(rows), rows.len(), level)
    };
    let mut tests: Vec<ContrastTest> = contrasts.iter().map(one).collect::<Result<_, _>>()?;
    let raw: Vec<f64> = tests.iter().map(|test| test.test.p).collect();
    for (test, adjusted) in tests
        .iter_mut()
        .zip(adjust_p_values(&raw, Adjustment::Holm)?)
    {
        test.p_holm = adjusted;
    }
    let used = |row: &&R| {
        contrasts
            .iter()
            .any(|c| !c.scores(&[row.as_ref()]).is_empty())
    };
    let n_used = rows.iter().filter(used).count();
    Ok(PlannedContrasts {
        basis: Basis::new(Method::new("planned_contrasts, holm"), rows.len(), n_used).level(level),
        tests,
    })
}

fn single(
    contrast: &Contrast,
    scores: &[f64],
    n_input: usize,
    level: ConfidenceLevel,
) -> Result<ContrastTest, StatsError> {
    at_least(2, scores.len())?;
    let n = scores.len();
    let moments = Moments::of(scores);
    let sd = moments.sd().unwrap_or(0.0);
    let mean = moments.mean().unwrap_or(0.0);
    if sd <= 4.0 * f64::EPSILON * mean.abs() {
        return Err(StatsError::NoVariation {
            what: "contrast scores",
        });
    }
    let test = Coefficient::new(mean, sd / (n as f64).sqrt(), (n - 1) as f64, level)?;
    Ok(ContrastTest {
        contrast: contrast.clone(),
        basis: Basis::new(Method::new("contrast_t"), n_input, n).level(level),
        test,
        sd,
        p_holm: test.p,
    })
}
