use super::additive_fit::{ComponentFit, fit};
use super::additive_result::{AdditiveComponent, AdditiveSeverity, AdjustedTarget, RaterEffect};
use super::shrink::shrink;
use super::{AdditiveOptions, Component, Rating, RatingTable};
use crate::sample::{at_least, representable};
use crate::{Basis, Method, StatsError};

/// Levels of targets freed of the severity of their raters, by least squares.
///
/// The table may have gaps. What no chain of ratings joins is adjusted apart and never compared:
/// see [`AdditiveSeverity::components`].
///
/// # Formula
///
/// Within each component, over all ratings:
///
/// ```text
/// y = mu + target + rater + error,  sum of targets = sum of raters = 0
/// adjusted = mean of (y - weight * rater) over the target's ratings
/// df = ratings - sum over components of (targets + raters - 1)
/// ```
///
/// With full weights the adjusted level is `mu + target`. With
/// [`AdditiveOptions::shrink_below`], raters of few ratings get the weight
/// `tau^2 / (tau^2 + se^2)`, `tau^2` by moments from all raters; the effects and standard errors
/// reported stay those of least squares. The side with fewer units is solved as a dense system;
/// where both exceed 1,000 in one component, conjugate gradients give the same effects without
/// standard errors.
///
/// # Errors
///
/// [`StatsError::TooFew`] without a rating; [`StatsError::Undefined`] when squares leave the range
/// of a double; [`StatsError::NotConverged`] only in components too large for the dense system.
///
/// # Examples
///
/// ```
/// use bangkom_stats::raters::{AdditiveOptions, RatingTable, additive_severity};
///
/// // The second rater gives one point less; the third target was rated by him alone.
/// let rows = [[4.0, 3.0], [5.0, 4.0], [f64::NAN, 3.0]];
/// let table = RatingTable::from_rows(&rows)?;
/// let result = additive_severity(&table, &AdditiveOptions::default())?;
/// let third = result.targets[2].ok_or("no level")?;
/// assert!((third.mean - 3.0).abs() < 1e-12 && (third.adjusted - 3.5).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// Searle (1971), "Linear Models", ch. 7; Efron and Morris (1973) for the weights.
pub fn additive_severity(
    table: &RatingTable,
    options: &AdditiveOptions,
) -> Result<AdditiveSeverity, StatsError> {
    at_least(1, table.n_ratings())?;
    let method = Method::new("additive_severity");
    let mut result = AdditiveSeverity {
        basis: Basis::new(method, table.n_input, table.n_ratings()),
        components: Vec::new(),
        targets: vec![None; table.n_targets],
        raters: vec![None; table.n_raters],
        rss: 0.0,
        df: 0,
        residual_variance: None,
    };
    let groups = by_component(table);
    for (component, ratings) in table.components().iter().zip(&groups) {
        let fitted = fit(component, ratings)?;
        place(&mut result, component, ratings, &fitted);
    }
    result.residual_variance = (result.df > 0).then(|| result.rss / result.df as f64);
    scale_errors(&mut result);
    let components = result.components.len();
    let noise = result.residual_variance;
    shrink(&mut result.raters, components, options.shrink_below, noise);
    adjust(&mut result, table);
    representable("the severity of raters", &numbers(&result))?;
    Ok(result)
}

/// Every number that could leave the range of a double.
fn numbers(result: &AdditiveSeverity) -> Vec<f64> {
    let raters = result.raters.iter().flatten().map(|rater| rater.effect);
    let targets = result.targets.iter().flatten();
    let levels = targets.flat_map(|target| [target.mean, target.adjusted]);
    raters.chain(levels).chain([result.rss]).collect()
}

/// The ratings of each component, in their order.
fn by_component(table: &RatingTable) -> Vec<Vec<Rating>> {
    let mut numbers = vec![0; table.n_targets];
    for (number, component) in table.components().iter().enumerate() {
        component
            .targets
            .iter()
            .for_each(|target| numbers[*target] = number);
    }
    let mut groups = vec![Vec::new(); table.components().len()];
    for rating in &table.ratings {
        groups[numbers[rating.target]].push(*rating);
    }
    groups
}

/// Writes a component's fit into the result, errors still in units of the residual variance.
fn place(
    result: &mut AdditiveSeverity,
    component: &Component,
    ratings: &[Rating],
    fit: &ComponentFit,
) {
    let number = result.components.len();
    result.components.push(AdditiveComponent {
        targets: component.targets.clone(),
        raters: component.raters.clone(),
        mu: fit.mu,
    });
    for (place, target) in component.targets.iter().enumerate() {
        result.targets[*target] = Some(AdjustedTarget {
            component: number,
            n_ratings: 0,
            mean: 0.0,
            effect: fit.levels[place] - fit.mu,
            adjusted: fit.levels[place],
            se: fit.variances.as_ref().map(|of| of.levels[place]),
        });
    }
    let alone = component.raters.len() == 1;
    for (place, rater) in component.raters.iter().enumerate() {
        let variance = fit.variances.as_ref().map(|of| of.effects[place]);
        result.raters[*rater] = Some(RaterEffect {
            component: number,
            n_ratings: 0,
            effect: fit.effects[place],
            se: variance.filter(|_| !alone),
            weight: 1.0,
            applied: fit.effects[place],
        });
    }
    for rating in ratings {
        count(result, rating);
    }
    let parameters = component.targets.len() + component.raters.len() - 1;
    result.df += ratings.len().saturating_sub(parameters);
}

fn count(result: &mut AdditiveSeverity, rating: &Rating) {
    let (Some(target), Some(rater)) = (
        &mut result.targets[rating.target],
        &mut result.raters[rating.rater],
    ) else {
        return;
    };
    target.n_ratings += 1;
    target.mean += (rating.value - target.mean) / target.n_ratings as f64;
    rater.n_ratings += 1;
    let residual = rating.value - target.adjusted - rater.effect;
    result.rss += residual * residual;
}

fn scale_errors(result: &mut AdditiveSeverity) {
    let noise = result.residual_variance;
    let scaled = |unit: Option<f64>| Some((unit? * noise?).sqrt());
    for target in result.targets.iter_mut().flatten() {
        target.se = scaled(target.se);
    }
    for rater in result.raters.iter_mut().flatten() {
        rater.se = scaled(rater.se);
    }
}

/// Takes what was drawn toward zero out of the adjustment again.
fn adjust(result: &mut AdditiveSeverity, table: &RatingTable) {
    for rating in &table.ratings {
        if let (Some(target), Some(rater)) = (
            &mut result.targets[rating.target],
            &result.raters[rating.rater],
        ) {
            target.adjusted += (rater.effect - rater.applied) / target.n_ratings as f64;
        }
    }
}
