use bangkom_domain::progress::Observer;

use super::bounds::Bounds;
use super::problem::Row;
use super::restriction::candidates;
use super::run::draws;
use super::{RankProblem, RankProblemError, Stability, StabilityOptions, WeightDraws};

/// How firmly the places stand under other weights of the sources.
///
/// Each draw takes one set of weights for all alternatives. Sources that say nothing of an
/// alternative leave its mean, and the drawn weights of the others are renormalised.
///
/// # Formula
/// ```text
/// weights ~ Dirichlet(concentration × chosen weights)
/// P(top), rank acceptability: shares of draws; alternatives that are equal share their ranks
/// ```
///
/// # Errors
/// [`RankProblemError::Option`] for an option outside its range.
///
/// # Examples
/// ```
/// use bangkom_domain::progress::Silent;
/// use bangkom_needs::robustness::{
///     PlaceLabel, RankProblem, StabilityOptions, WeightModel, weight_stability,
/// };
///
/// let scores = [[0.9, 0.2], [0.5, 0.6], [0.3, 0.95]];
/// let problem = RankProblem::of_scores(&[0.45, 0.55], &scores)?;
/// let options = StabilityOptions::new(2).weights(WeightModel::Uniform).ranks(3);
/// let result = weight_stability(&problem, &options, &mut Silent)?;
/// let middle = result.of(1).ok_or("not followed")?;
/// // Exactly 0.8636: never first, seldom last.
/// assert!((middle.top_probability - 0.8636).abs() < 0.03);
/// assert_eq!(middle.acceptability[0], 0.0);
/// assert_eq!(middle.label, PlaceLabel::Likely);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// Lahdelma and Salminen 2001 (SMAA-2); Lahdelma, Hokkanen and Salminen 1998.
pub fn weight_stability(
    problem: &RankProblem,
    options: &StabilityOptions,
    observer: &mut dyn Observer,
) -> Result<Stability, RankProblemError> {
    options.check()?;
    let bounds: Vec<Bounds> = problem.rows.iter().map(Bounds::under_any_weights).collect();
    let (followed, restriction) =
        candidates(&bounds, &problem.base, options.top, options.max_candidates);
    let rows: Vec<&Row> = followed.iter().map(|&place| &problem.rows[place]).collect();
    let base: Vec<i64> = followed.iter().map(|&place| problem.base[place]).collect();
    let weights = WeightDraws::new(&problem.weights, options.weights, options.seed);
    let score = |number, scores: &mut [i64]| {
        let drawn = weights.draw(number);
        for (score, row) in scores.iter_mut().zip(&rows) {
            *score = row.score(&drawn);
        }
    };
    let drawn = draws(
        "needs.weight_stability",
        options.draws,
        &base,
        score,
        observer,
    );
    Ok(Stability::new(
        options,
        restriction,
        &followed,
        &problem.base,
        &drawn,
    ))
}
