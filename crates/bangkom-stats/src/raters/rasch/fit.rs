use super::curve::Curve;
use super::likelihood::Parameters;
use super::responses::Responses;

/// How responses of one element agree with the model.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Agreement {
    pub(super) n: usize,
    pub(super) sum: f64,
    squares: f64,
    variance: f64,
    standardized: f64,
}

impl Agreement {
    fn take(&mut self, category: usize, curve: &Curve) {
        let residual = category as f64 - curve.mean;
        self.n += 1;
        self.squares += residual * residual;
        self.variance += curve.variance;
        self.standardized += residual * residual / curve.variance;
    }

    /// Mean square weighted by information.
    pub(super) fn infit(&self) -> f64 {
        self.squares / self.variance
    }

    /// Mean of the squared standardized residuals.
    pub(super) fn outfit(&self) -> f64 {
        self.standardized / self.n as f64
    }
}

/// Agreement of each target and each rater that stays.
pub(super) fn agreements(
    responses: &Responses,
    at: &Parameters,
) -> (Vec<Agreement>, Vec<Agreement>) {
    let mut targets = vec![Agreement::default(); responses.n_targets];
    let mut raters = vec![Agreement::default(); responses.n_raters];
    let mut curve = Curve::new(responses.used.len());
    for response in &responses.given {
        let place = at.abilities[response.target] - at.severities[response.rater];
        curve.at(place, &at.thresholds);
        let value = f64::from(responses.used[response.category]);
        for element in [&mut targets[response.target], &mut raters[response.rater]] {
            element.take(response.category, &curve);
            element.sum += value;
        }
    }
    (targets, raters)
}

/// Expected category, in the numbers the caller gave, at `ability - severity`.
pub(super) fn expected(responses: &Responses, at: &Parameters, place: f64) -> f64 {
    let mut curve = Curve::new(responses.used.len());
    curve.at(place, &at.thresholds);
    let used = responses.used.iter().zip(&curve.probability);
    used.map(|(value, share)| f64::from(*value) * share).sum()
}
