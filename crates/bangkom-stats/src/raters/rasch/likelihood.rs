use super::curve::Curve;
use super::responses::Responses;

/// Values of all parameters, in logits, by places among the elements that stay.
#[derive(Debug, Clone)]
pub(super) struct Parameters {
    pub(super) abilities: Vec<f64>,
    pub(super) severities: Vec<f64>,
    pub(super) thresholds: Vec<f64>,
}

impl Parameters {
    pub(super) fn zero(responses: &Responses) -> Self {
        Self {
            abilities: vec![0.0; responses.n_targets],
            severities: vec![0.0; responses.n_raters],
            thresholds: vec![0.0; responses.used.len() - 1],
        }
    }

    /// `self + length * step`.
    pub(super) fn moved(&self, step: &Self, length: f64) -> Self {
        let along = |from: &[f64], by: &[f64]| -> Vec<f64> {
            from.iter().zip(by).map(|(x, d)| x + length * d).collect()
        };
        Self {
            abilities: along(&self.abilities, &step.abilities),
            severities: along(&self.severities, &step.severities),
            thresholds: along(&self.thresholds, &step.thresholds),
        }
    }

    /// The greatest parameter in size.
    pub(super) fn size(&self) -> f64 {
        let all = [&self.abilities, &self.severities, &self.thresholds];
        let values = all.into_iter().flatten();
        values.fold(0.0, |most: f64, value| most.max(value.abs()))
    }
}

/// Logarithm of the probability of all responses.
pub(super) fn log_likelihood(responses: &Responses, at: &Parameters) -> f64 {
    let mut curve = Curve::new(responses.used.len());
    let mut sum = 0.0;
    for response in &responses.given {
        let place = at.abilities[response.target] - at.severities[response.rater];
        let log_total = curve.at(place, &at.thresholds);
        let taken = &at.thresholds[..response.category];
        let log_odds = response.category as f64 * place - taken.iter().sum::<f64>();
        sum += log_odds - log_total;
    }
    sum
}
