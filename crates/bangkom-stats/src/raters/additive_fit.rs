use super::conjugate;
use super::kernel::{Constrained, sparse_quadratic};
use super::reduced::{Link, Reduced};
use super::{Component, Rating};
use crate::StatsError;
use crate::linear::Matrix;

/// Units of the smaller side of a component up to which standard errors are computed.
const DENSE: usize = 1_000;

/// Least squares within one component.
pub(super) struct ComponentFit {
    /// General level.
    pub(super) mu: f64,
    /// Level of each target at the average rater, less nothing.
    pub(super) levels: Vec<f64>,
    /// Effect of each rater.
    pub(super) effects: Vec<f64>,
    /// Variances in units of the residual variance, where the component is not too large.
    pub(super) variances: Option<Variances>,
}

/// Variances of levels and effects when the residual variance is one.
pub(super) struct Variances {
    pub(super) levels: Vec<f64>,
    pub(super) effects: Vec<f64>,
}

/// Which side's equations are solved: the shorter.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Raters,
    Targets,
}

pub(super) fn fit(component: &Component, ratings: &[Rating]) -> Result<ComponentFit, StatsError> {
    let (n_targets, n_raters) = (component.targets.len(), component.raters.len());
    let origin = ratings.iter().map(|r| r.value / ratings.len() as f64).sum();
    let kept = if n_raters <= n_targets {
        Kept::Raters
    } else {
        Kept::Targets
    };
    let links = links(component, ratings, origin, kept);
    let equations = match kept {
        Kept::Raters => Reduced::new(n_raters, n_targets, &links),
        Kept::Targets => Reduced::new(n_targets, n_raters, &links),
    };
    let (solution, inverse) = solve(&equations)?;
    let others = equations.others(&solution);
    let variances = inverse.map(|inverse| variances(&equations, &inverse, kept));
    Ok(match kept {
        Kept::Raters => ComponentFit {
            mu: origin + mean(&others),
            levels: others.iter().map(|level| origin + level).collect(),
            effects: solution,
            variances,
        },
        Kept::Targets => {
            let middle = mean(&others);
            ComponentFit {
                mu: origin + middle,
                levels: solution.iter().map(|x| origin + (middle + x)).collect(),
                effects: others.iter().map(|level| level - middle).collect(),
                variances,
            }
        }
    })
}

fn links(component: &Component, ratings: &[Rating], origin: f64, kept: Kept) -> Vec<Link> {
    let place = |list: &[usize], number: usize| list.partition_point(|known| *known < number);
    let link = |rating: &Rating| {
        let target = place(&component.targets, rating.target);
        let rater = place(&component.raters, rating.rater);
        let (kept, other) = match kept {
            Kept::Raters => (rater, target),
            Kept::Targets => (target, rater),
        };
        Link {
            kept,
            other,
            value: rating.value - origin,
        }
    };
    ratings.iter().map(link).collect()
}

fn solve(equations: &Reduced) -> Result<(Vec<f64>, Option<Matrix>), StatsError> {
    let size = equations.counts.len();
    if size > DENSE {
        return Ok((conjugate::solve(equations)?, None));
    }
    let whole = vec![(0..size).collect()];
    let Some(factor) = Constrained::of(equations.dense(), whole, mean(&equations.counts)) else {
        return Ok((conjugate::solve(equations)?, None));
    };
    let mut solution = factor.solve(&equations.right);
    for _ in 0..2 {
        let reached = equations.times(&solution);
        let missed: Vec<f64> = equations
            .right
            .iter()
            .zip(&reached)
            .map(|(b, s)| b - s)
            .collect();
        let step = factor.solve(&missed);
        solution.iter_mut().zip(&step).for_each(|(x, d)| *x += d);
    }
    Ok((solution, Some(factor.inverse())))
}

fn variances(equations: &Reduced, inverse: &Matrix, kept: Kept) -> Variances {
    match kept {
        Kept::Raters => Variances {
            levels: (0..equations.totals.len())
                .map(|i| {
                    let spread = sparse_quadratic(inverse, &equations.shares(i));
                    1.0 / equations.totals[i] + spread
                })
                .collect(),
            effects: (0..inverse.width()).map(|j| inverse.get(j, j)).collect(),
        },
        Kept::Targets => of_kept_targets(equations, inverse),
    }
}

/// Variances where the raters were eliminated: their mean is taken off afterwards.
///
/// With the raters' raw levels `l = mean - W t`, an effect is `l_j - mean(l)` and a target's
/// level `t_i + mean(l)`; the raters' means are uncorrelated with `t`.
fn of_kept_targets(equations: &Reduced, inverse: &Matrix) -> Variances {
    let raters = equations.totals.len();
    let n = raters as f64;
    let mut shared = vec![0.0; inverse.width()];
    for rater in 0..raters {
        for (target, share) in equations.shares(rater) {
            shared[target] += share;
        }
    }
    let solved = inverse.times(&shared);
    let own = |rater: usize| 1.0 / equations.totals[rater];
    let with_all: Vec<f64> = (0..raters)
        .map(|rater| {
            let shares = equations.shares(rater);
            own(rater)
                + shares
                    .iter()
                    .map(|(i, share)| share * solved[*i])
                    .sum::<f64>()
        })
        .collect();
    let all = with_all.iter().sum::<f64>() / (n * n);
    let effect = |rater: usize| {
        let itself = own(rater) + sparse_quadratic(inverse, &equations.shares(rater));
        (itself - 2.0 * with_all[rater] / n + all).max(0.0)
    };
    let level = |target: usize| inverse.get(target, target) - 2.0 * solved[target] / n + all;
    Variances {
        levels: (0..inverse.width()).map(level).collect(),
        effects: (0..raters).map(effect).collect(),
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
