use serde::{Deserialize, Serialize};

use super::ratings::{check_categories, positions};
use crate::counts::critical;
use crate::distributions::raw::normal;
use crate::p_value::never_zero;
use crate::sample::{at_least, same_length};
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError, Warning};

/// How much a disagreement by some categories counts as agreement.
///
/// # Examples
///
/// ```
/// use bangkom_stats::agreement::KappaWeights;
///
/// assert_eq!(KappaWeights::default(), KappaWeights::Identity);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum KappaWeights {
    /// Only equal categories agree.
    #[default]
    Identity,
    /// `1 - |i - j| / (q - 1)`.
    Linear,
    /// `1 - (i - j)^2 / (q - 1)^2`.
    Quadratic,
}

impl KappaWeights {
    fn weight(self, i: usize, j: usize, last: usize) -> f64 {
        let step = i.abs_diff(j) as f64 / last as f64;
        match self {
            Self::Identity => f64::from(i == j),
            Self::Linear => 1.0 - step,
            Self::Quadratic => 1.0 - step * step,
        }
    }

    const fn method(self) -> Method {
        match self {
            Self::Identity => Method::new("cohen_kappa"),
            Self::Linear => Method::new("cohen_kappa, linear"),
            Self::Quadratic => Method::new("cohen_kappa, quadratic"),
        }
    }
}

/// Cohen's kappa of two raters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CohenKappa {
    /// What the result rests on; counts are subjects.
    pub basis: Basis,
    /// Weighted observed agreement, 0..1.
    pub observed: f64,
    /// Weighted agreement expected from the raters' shares alone, 0..1.
    pub expected: f64,
    /// Agreement beyond chance, at most 1.
    pub kappa: f64,
    /// Large-sample standard error.
    pub se: f64,
    /// Standard error when there is no agreement beyond chance.
    pub se_null: f64,
    /// `kappa +- z se`; not cut at 1.
    pub interval: Interval,
    /// Two-sided p-value of no agreement beyond chance; absent when `se_null` is zero.
    pub p: Option<f64>,
}

/// Cohen's kappa, plain or weighted, with the standard error of Fleiss, Cohen and Everitt.
///
/// `categories` lists the codes in the order of the scale; weights go by position in that list.
/// A subject that either rater left out (NaN) is dropped.
///
/// # Formula
///
/// With shares `p_ij` of the table, margins `r_i`, `c_j` and weights `w_ij`:
///
/// ```text
/// po = sum w_ij p_ij,  pe = sum w_ij r_i c_j,  kappa = (po - pe) / (1 - pe)
/// a_i = sum_j w_ij c_j,  b_j = sum_i w_ij r_i
/// se^2      = [sum p_ij (w_ij - (a_i + b_j)(1 - kappa))^2 - (kappa - pe (1 - kappa))^2]
///             / (n (1 - pe)^2)
/// se_null^2 = [sum r_i c_j (w_ij - a_i - b_j)^2 - pe^2] / (n (1 - pe)^2)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete subject or below two categories, [`StatsError::OutOfRange`] of a code that is not
/// listed, [`StatsError::Undefined`] when both raters use one and the same category only.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::agreement::{KappaWeights, cohen_kappa};
///
/// let first = [1.0, 2.0, 3.0, 3.0, 2.0, 1.0, 3.0, 2.0];
/// let second = [1.0, 2.0, 3.0, 2.0, 2.0, 1.0, 3.0, 3.0];
/// let scale = [1.0, 2.0, 3.0];
/// let level = ConfidenceLevel::default();
/// let plain = cohen_kappa(&first, &second, &scale, KappaWeights::Identity, level)?;
/// let weighted = cohen_kappa(&first, &second, &scale, KappaWeights::Quadratic, level)?;
/// assert_eq!(plain.observed, 0.75);
/// assert!(weighted.kappa > plain.kappa);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cohen (1960, 1968); Fleiss, Cohen and Everitt (1969).
pub fn cohen_kappa(
    first: &[f64],
    second: &[f64],
    categories: &[f64],
    weights: KappaWeights,
    level: ConfidenceLevel,
) -> Result<CohenKappa, StatsError> {
    same_length(first.len(), second.len())?;
    check_categories(categories)?;
    let a = positions("first", first, categories)?;
    let b = positions("second", second, categories)?;
    let pairs: Vec<_> = a.into_iter().zip(b).filter_map(|(a, b)| a.zip(b)).collect();
    at_least(1, pairs.len())?;
    let table = Table::new(&pairs, categories.len(), weights);
    let (observed, expected) = (table.observed(), table.expected());
    if 1.0 - expected <= f64::EPSILON {
        return Err(StatsError::Undefined {
            what: "kappa",
            why: "both raters use one and the same category only",
        });
    }
    let kappa = (observed - expected) / (1.0 - expected);
    let n = pairs.len() as f64;
    let se = table.variance(kappa, expected, n).sqrt();
    let se_null = table.null_variance(expected, n).sqrt();
    let half = critical(level) * se;
    let basis = Basis::new(weights.method(), first.len(), pairs.len());
    let small = Warning::SmallSample {
        n: pairs.len(),
        advised: 30,
    };
    Ok(CohenKappa {
        basis: basis.level(level).warn_if(pairs.len() < 30, small),
        observed,
        expected,
        kappa,
        se,
        se_null,
        interval: Interval {
            low: kappa - half,
            high: kappa + half,
        },
        p: (se_null > 0.0).then(|| never_zero(2.0 * normal::sf((kappa / se_null).abs()))),
    })
}

/// Shares of the table of two raters, with the weights of its cells.
struct Table {
    weights: KappaWeights,
    q: usize,
    /// `p_ij`, row by row.
    shares: Vec<f64>,
    rows: Vec<f64>,
    columns: Vec<f64>,
}

impl Table {
    fn new(pairs: &[(usize, usize)], q: usize, weights: KappaWeights) -> Self {
        let mut counts = vec![0_u64; q * q];
        for (i, j) in pairs {
            counts[i * q + j] += 1;
        }
        let n = pairs.len() as f64;
        let sum = |cells: &mut dyn Iterator<Item = usize>| {
            cells.map(|cell| counts[cell]).sum::<u64>() as f64 / n
        };
        let rows = (0..q).map(|i| sum(&mut (i * q..(i + 1) * q))).collect();
        let columns = (0..q)
            .map(|j| sum(&mut (0..q).map(|i| i * q + j)))
            .collect();
        let shares = counts.iter().map(|count| *count as f64 / n).collect();
        Self {
            weights,
            q,
            shares,
            rows,
            columns,
        }
    }

    fn weight(&self, i: usize, j: usize) -> f64 {
        self.weights.weight(i, j, self.q - 1)
    }

    /// Sum of `f(i, j)` over all cells.
    fn sum(&self, f: impl Fn(usize, usize) -> f64) -> f64 {
        let cells = (0..self.q).flat_map(|i| (0..self.q).map(move |j| (i, j)));
        cells.map(|(i, j)| f(i, j)).sum()
    }

    fn observed(&self) -> f64 {
        self.sum(|i, j| self.weight(i, j) * self.shares[i * self.q + j])
    }

    fn expected(&self) -> f64 {
        self.sum(|i, j| self.weight(i, j) * self.rows[i] * self.columns[j])
    }

    /// Mean weights of each row and of each column.
    fn means(&self) -> (Vec<f64>, Vec<f64>) {
        let row = |i: usize| {
            (0..self.q)
                .map(|j| self.weight(i, j) * self.columns[j])
                .sum()
        };
        let column = |j: usize| (0..self.q).map(|i| self.weight(i, j) * self.rows[i]).sum();
        (
            (0..self.q).map(row).collect(),
            (0..self.q).map(column).collect(),
        )
    }

    /// The mean of the terms is `kappa - pe (1 - kappa)`; deviations from it lose no digits.
    fn variance(&self, kappa: f64, expected: f64, n: f64) -> f64 {
        let (a, b) = self.means();
        let mean = kappa - expected * (1.0 - kappa);
        let squares = self.sum(|i, j| {
            let left = self.weight(i, j) - (a[i] + b[j]) * (1.0 - kappa) - mean;
            self.shares[i * self.q + j] * left * left
        });
        squares / (n * (1.0 - expected).powi(2))
    }

    /// Likewise with a mean of `-pe`.
    fn null_variance(&self, expected: f64, n: f64) -> f64 {
        let (a, b) = self.means();
        let squares = self.sum(|i, j| {
            let left = self.weight(i, j) - (a[i] + b[j]) + expected;
            self.rows[i] * self.columns[j] * left * left
        });
        squares / (n * (1.0 - expected).powi(2))
    }
}
