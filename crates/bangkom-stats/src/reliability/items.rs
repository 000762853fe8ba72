//! Centred item scores of the persons without a missing one.

use crate::correlation::Correlation;
use crate::grid::Grid;
use crate::sample::at_least;
use crate::{Moments, StatsError};

/// Spread of sums of deviations, in units of the largest one, that rounding alone may leave.
const ROUNDING: f64 = 1e-13;

/// Deviations of item scores from the items' means, in units of a power of two so that no scale
/// of the scores leaves the range of a double.
pub(crate) struct Items {
    pub(crate) n_input: usize,
    pub(crate) means: Vec<f64>,
    /// Size of one unit of the deviations, in score units.
    pub(crate) unit: f64,
    columns: Vec<Vec<f64>>,
}

impl Items {
    /// # Errors
    ///
    /// [`StatsError::TooFew`] below two complete persons or `needed` items; see [`Grid::complete`].
    pub(crate) fn new<R: AsRef<[f64]>>(rows: &[R], needed: usize) -> Result<Self, StatsError> {
        let grid = Grid::complete("scores", rows)?;
        at_least(2, grid.n_rows())?;
        at_least(needed, grid.n_columns())?;
        let raw: Vec<Vec<f64>> = (0..grid.n_columns()).map(|j| grid.column(j)).collect();
        let means: Vec<f64> = raw.iter().map(|column| mean(column)).collect();
        let mut columns = raw;
        for (column, mean) in columns.iter_mut().zip(&means) {
            for value in column.iter_mut() {
                *value -= mean;
            }
        }
        let largest = columns
            .iter()
            .flatten()
            .fold(0.0_f64, |most, value| most.max(value.abs()));
        let exponent = if largest > 0.0 {
            libm::ilogb(largest)
        } else {
            0
        };
        for value in columns.iter_mut().flatten() {
            *value = libm::scalbn(*value, -exponent);
        }
        let unit = libm::scalbn(1.0, exponent);
        Ok(Self {
            n_input: grid.n_input,
            means,
            unit,
            columns,
        })
    }

    /// Number of items.
    pub(crate) fn k(&self) -> usize {
        self.columns.len()
    }

    /// Number of complete persons.
    pub(crate) fn n(&self) -> usize {
        self.columns[0].len()
    }

    /// Deviations of one item.
    pub(crate) fn column(&self, j: usize) -> &[f64] {
        &self.columns[j]
    }

    /// Deviations of the sum of the items that are picked.
    pub(crate) fn total(&self, picked: impl Fn(usize) -> bool) -> Vec<f64> {
        let mut total = vec![0.0; self.n()];
        for (_, column) in self.columns.iter().enumerate().filter(|(j, _)| picked(*j)) {
            for (sum, value) in total.iter_mut().zip(column) {
                *sum += value;
            }
        }
        total
    }

    /// Covariance of two items, divisor n - 1, in squared units.
    pub(crate) fn covariance(&self, i: usize, j: usize) -> f64 {
        product(&self.columns[i], &self.columns[j]) / (self.n() - 1) as f64
    }

    /// Sum of the items' variances, in squared units.
    pub(crate) fn variance_sum(&self) -> f64 {
        (0..self.k()).map(|j| self.covariance(j, j)).sum()
    }

    /// Correlations of all items, row by row, or `None` when an item is constant.
    pub(crate) fn correlations(&self) -> Option<Vec<f64>> {
        let sd: Vec<f64> = (0..self.k())
            .map(|j| self.covariance(j, j).sqrt())
            .collect();
        if sd.contains(&0.0) {
            return None;
        }
        let cell = |i: usize, j: usize| {
            if i == j {
                1.0
            } else {
                self.covariance(i, j) / (sd[i] * sd[j])
            }
        };
        let k = self.k();
        Some((0..k * k).map(|at| cell(at / k, at % k)).collect())
    }
}

fn mean(values: &[f64]) -> f64 {
    Moments::of(values).mean().unwrap_or(0.0)
}

/// Sum of products of deviations, less what rounding of the means left in them.
fn product(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let sum: f64 = x.iter().zip(y).map(|(a, b)| a * b).sum();
    sum - x.iter().sum::<f64>() * y.iter().sum::<f64>() / n
}

/// Correlation of two lists of deviations; `None` when one is constant but for rounding.
pub(crate) fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let correlation = || Correlation::of(x, y).map(|correlation| correlation.r);
    (variance(x) > 0.0 && variance(y) > 0.0).then(correlation)?
}

/// Sample variance of deviations, in squared units; what only rounding made is none.
pub(crate) fn variance(x: &[f64]) -> f64 {
    let variance = Moments::of(x).variance().unwrap_or(0.0);
    if variance > ROUNDING * ROUNDING {
        variance
    } else {
        0.0
    }
}
