use super::likelihood::Parameters;
use super::responses::Responses;

/// Elements that a separating direction moves, by places among those that stay.
pub(super) struct Pull {
    pub(super) targets: Vec<usize>,
    pub(super) raters: Vec<usize>,
    pub(super) thresholds: Vec<usize>,
}

/// How far a direction may fall short of separating, as a share of its greatest move.
const TOLERANCE: f64 = 0.02;
/// Share of the greatest move above which an element counts as moved.
const MOVED: f64 = 0.25;

/// The elements that a direction moves, if no response loses along it.
///
/// Along a direction of recession every response is among the best categories for ever:
/// `(x - k) u >= sum of tau up to x - sum of tau up to k` for all `k`, with `u` the move of
/// ability less severity. Then, and only then, the likelihood has no maximum.
pub(super) fn pull(responses: &Responses, direction: &Parameters) -> Option<Pull> {
    let size = direction.size();
    if size == 0.0 || !size.is_finite() || !loses_nothing(responses, direction, size) {
        return None;
    }
    let moved = |values: &[f64]| -> Vec<usize> {
        let far = |(place, value): (usize, &f64)| (value.abs() > MOVED * size).then_some(place);
        values.iter().enumerate().filter_map(far).collect()
    };
    Some(Pull {
        targets: moved(&direction.abilities),
        raters: moved(&direction.severities),
        thresholds: moved(&direction.thresholds),
    })
}

fn loses_nothing(responses: &Responses, direction: &Parameters, size: f64) -> bool {
    let mut cumulative = vec![0.0];
    for tau in &direction.thresholds {
        cumulative.push(cumulative[cumulative.len() - 1] + tau);
    }
    responses.given.iter().all(|response| {
        let u = direction.abilities[response.target] - direction.severities[response.rater];
        let odds = |(k, sum): (usize, &f64)| k as f64 * u - sum;
        let own = odds((response.category, &cumulative[response.category]));
        let best = cumulative.iter().enumerate().map(odds).fold(own, f64::max);
        own >= best - TOLERANCE * size
    })
}
