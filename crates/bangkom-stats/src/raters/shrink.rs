use super::RaterEffect;

/// Draws the effects of raters with few ratings toward zero, by empirical Bayes.
///
/// `tau^2 = max(0, (sum effect^2 - sum se^2) / (raters - components))` over all raters, and a
/// rater's effect counts `tau^2 / (tau^2 + se^2)`. Without an error variance nothing shows that
/// a difference is the rater's, so nothing of it counts.
pub(super) fn shrink(
    raters: &mut [Option<RaterEffect>],
    n_components: usize,
    below: usize,
    residual_variance: Option<f64>,
) {
    let between = residual_variance.map(|noise| between(raters, n_components, noise));
    for rater in raters.iter_mut().flatten() {
        if rater.n_ratings >= below {
            continue;
        }
        rater.weight = match (between, residual_variance) {
            (Some(between), Some(noise)) if between > 0.0 => {
                between / (between + squared_error(rater, noise))
            }
            _ => 0.0,
        };
        rater.applied = rater.weight * rater.effect;
    }
}

fn between(raters: &[Option<RaterEffect>], n_components: usize, noise: f64) -> f64 {
    let known = || raters.iter().flatten();
    let free = known().count().saturating_sub(n_components);
    if free == 0 {
        return 0.0;
    }
    let seen: f64 = known().map(|rater| rater.effect * rater.effect).sum();
    let error: f64 = known().map(|rater| squared_error(rater, noise)).sum();
    ((seen - error) / free as f64).max(0.0)
}

/// Squared standard error; without one, that of a rater whose targets were known.
fn squared_error(rater: &RaterEffect, noise: f64) -> f64 {
    let least = noise / rater.n_ratings as f64;
    rater.se.map_or(least, |se| se * se)
}
