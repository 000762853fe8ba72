use bangkom_stats::bootstrap::Stream;

use super::WeightModel;
use super::gamma::log_gamma;

/// Weights drawn from a Dirichlet distribution; a draw depends on the seed and its number alone.
///
/// ```
/// use bangkom_needs::robustness::{WeightDraws, WeightModel};
///
/// let model = WeightModel::Around { concentration: 20.0 };
/// let draws = WeightDraws::new(&[0.5, 0.5, 0.0], model, 7);
/// let weights = draws.draw(3);
/// assert_eq!(weights, draws.draw(3));
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
/// assert_eq!(weights[2], 0.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct WeightDraws {
    /// The parameters; zero where a source has no weight.
    alpha: Vec<f64>,
    seed: u64,
}

impl WeightDraws {
    /// Draws around these weights, which have the sum of one.
    ///
    /// Weights and the concentration must be finite and not negative; others count as zero.
    pub fn new(weights: &[f64], model: WeightModel, seed: u64) -> Self {
        let parameter = |weight: f64| match model {
            WeightModel::Around { concentration } => concentration * weight,
            WeightModel::Uniform => f64::from(u8::from(weight > 0.0)),
        };
        let usable = |alpha: f64| {
            if alpha.is_finite() {
                alpha.max(0.0)
            } else {
                0.0
            }
        };
        Self {
            alpha: weights
                .iter()
                .map(|weight| usable(parameter(*weight)))
                .collect(),
            seed,
        }
    }

    /// The parameters of the distribution.
    pub fn alpha(&self) -> &[f64] {
        &self.alpha
    }

    /// The weights of one draw, with the sum of one; all zero where no source has a weight.
    pub fn draw(&self, number: u64) -> Vec<f64> {
        let mut stream = Stream::new(self.seed, number);
        let mut logs: Vec<f64> = self
            .alpha
            .iter()
            .map(|alpha| {
                if *alpha > 0.0 {
                    log_gamma(*alpha, &mut stream)
                } else {
                    f64::NEG_INFINITY
                }
            })
            .collect();
        let greatest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for log in &mut logs {
            *log = if greatest.is_finite() {
                libm::exp(*log - greatest)
            } else {
                0.0
            };
        }
        let total: f64 = logs.iter().sum();
        for weight in &mut logs {
            *weight /= total.max(f64::MIN_POSITIVE);
        }
        logs
    }
}
