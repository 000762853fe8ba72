//! The one-factor model, fitted to correlations by maximum likelihood.

use crate::StatsError;

/// Least uniqueness, in units of the item's variance, so that an item without noise ends the
/// iteration instead of stalling it.
pub(super) const LEAST_UNIQUENESS: f64 = 0.005;

/// Most steps; a test of ten good items needs about a hundred.
const STEPS: usize = 50_000;

/// Largest change of a parameter at which the iteration ends.
const ENOUGH: f64 = 1e-13;

/// Loadings and uniquenesses of standardised items.
#[derive(Debug, Clone)]
pub(super) struct OneFactor {
    pub(super) loadings: Vec<f64>,
    pub(super) uniquenesses: Vec<f64>,
}

/// Maximum likelihood by the EM steps of Rubin and Thayer (1982), from the centroid solution.
///
/// # Errors
///
/// [`StatsError::NotConverged`].
pub(super) fn fit(correlations: &[f64], k: usize) -> Result<OneFactor, StatsError> {
    let mut model = centroid(correlations, k);
    for _ in 0..STEPS {
        let next = model.step(correlations);
        let change = model.distance(&next);
        model = next;
        if change < ENOUGH {
            return Ok(model);
        }
    }
    Err(StatsError::NotConverged {
        what: "the one-factor model",
        steps: STEPS,
    })
}

fn centroid(correlations: &[f64], k: usize) -> OneFactor {
    let all = correlations.iter().sum::<f64>().max(1.0).sqrt();
    let sums = correlations
        .chunks_exact(k)
        .map(|row| row.iter().sum::<f64>());
    let loadings: Vec<f64> = sums.map(|sum| (sum / all).clamp(-0.9, 0.9)).collect();
    let uniquenesses = loadings
        .iter()
        .map(|loading| 1.0 - loading * loading)
        .collect();
    OneFactor {
        loadings,
        uniquenesses,
    }
}

impl OneFactor {
    fn step(&self, correlations: &[f64]) -> Self {
        let k = self.loadings.len();
        let signal = self
            .pairs()
            .map(|(loading, noise)| loading * loading / noise)
            .sum::<f64>();
        // Regression of the factor on the items.
        let weights: Vec<f64> = self
            .pairs()
            .map(|(loading, noise)| loading / noise / (1.0 + signal))
            .collect();
        let with_factor: Vec<f64> = correlations
            .chunks_exact(k)
            .map(|row| dot(row, &weights))
            .collect();
        let square = 1.0 - dot(&weights, &self.loadings) + dot(&weights, &with_factor);
        let loadings: Vec<f64> = with_factor.iter().map(|c| c / square).collect();
        let left = loadings
            .iter()
            .zip(&with_factor)
            .map(|(loading, c)| 1.0 - loading * c);
        let uniquenesses = left.map(|noise| noise.max(LEAST_UNIQUENESS)).collect();
        Self {
            loadings,
            uniquenesses,
        }
    }

    fn pairs(&self) -> impl Iterator<Item = (f64, f64)> {
        self.loadings
            .iter()
            .copied()
            .zip(self.uniquenesses.iter().copied())
    }

    fn distance(&self, other: &Self) -> f64 {
        let gap = |a: &[f64], b: &[f64]| {
            a.iter()
                .zip(b)
                .map(|(a, b)| (a - b).abs())
                .fold(0.0, f64::max)
        };
        gap(&self.loadings, &other.loadings).max(gap(&self.uniquenesses, &other.uniquenesses))
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
