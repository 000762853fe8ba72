use super::profile::{Point, Profile};
use super::{FixedEffect, Likelihood, RandomIntercept};
use crate::StatsError;
use crate::basis::{Basis, ConfidenceLevel, Method, Warning};
use crate::clusters::Grouping;
use crate::distributions::raw::chi_squared;
use crate::linear::{Matrix, solve_transposed, solve_upper};
use crate::p_value::never_zero;
use crate::regression::LinearModel;
use crate::sample::{at_least, representable, same_length};

/// Fits a linear model in which every cluster has an intercept of its own.
///
/// The likelihood is profiled down to the ratio of the two variances, which is searched on a grid
/// from none to a hundred million and refined by its derivative. No variance between clusters is a
/// candidate of its own, so an optimum on the boundary is found and said.
///
/// # Formula
///
/// ```text
/// y = X b + u_g + e, u ~ N(0, r s^2), e ~ N(0, s^2), V = I + r ZZ'
/// b = (X'V^-1 X)^-1 X'V^-1 y, s^2 = (y - Xb)'V^-1 (y - Xb) / d
/// deviance = d (1 + ln 2 pi s^2) + ln|V| [+ ln|X'V^-1 X|], d = n, or n - k when restricted
/// icc = r / (1 + r)
/// ```
///
/// # Errors
///
/// Those of [`LinearModel::fit`]; [`StatsError::TooFew`] below two clusters, or when no cluster
/// has two rows; [`StatsError::NoVariation`] when rows of a cluster do not differ beyond the
/// columns.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::clusters::{Likelihood, random_intercept};
/// use bangkom_stats::regression::intercept;
///
/// let score = [1.0, 2.0, 3.0, 2.0, 3.0, 4.0, 6.0, 7.0, 8.0];
/// let office = ["a", "a", "a", "b", "b", "b", "c", "c", "c"];
/// let level = ConfidenceLevel::default();
/// let fit =
///     random_intercept(&[&intercept(9)], &score, &office, Likelihood::Restricted, level)?;
/// assert!((fit.icc - 20.0 / 23.0).abs() < 1e-9); // the ANOVA estimate, as sizes are equal
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Laird and Ware (1982); Harville (1977); Self and Liang (1987) for the test on the boundary.
pub fn random_intercept<K: Ord>(
    columns: &[&[f64]],
    y: &[f64],
    clusters: &[K],
    likelihood: Likelihood,
    level: ConfidenceLevel,
) -> Result<RandomIntercept, StatsError> {
    same_length(clusters.len(), y.len())?;
    let model = LinearModel::fit(columns, y)?;
    model.refuse_exact_fit()?;
    let grouping = Grouping::of(&model.keep(clusters));
    at_least(2, grouping.count())?;
    at_least(grouping.count() + 1, model.n_used())?;
    let profile = Profile::new(&model.solved, &grouping, likelihood);
    let none = profile.at(0.0).ok_or(NOT_WITHIN)?;
    let none_deviance = none.deviance;
    let best = optimum(&profile, none)?;
    let likelihood_ratio = (none_deviance - best.deviance).max(0.0);
    let solution = Solution {
        model: &model,
        profile: &profile,
        best: &best,
    };
    let result = solution.report(likelihood, grouping.count(), likelihood_ratio, level);
    let variances = [result.var_intercept, result.var_residual];
    representable("the variance", &variances)?;
    for effect in &result.fixed {
        representable("the z statistic", &[effect.estimate, effect.se, effect.z])?;
    }
    Ok(result)
}

const NOT_WITHIN: StatsError = StatsError::NoVariation {
    what: "values within clusters",
};

/// Decimal exponents between which the ratio of the variances is searched, and steps a decade.
const DECADES: (i32, i32) = (-10, 8);
const STEPS: i32 = 4;

/// The lowest of all local minima, no variance between clusters included.
fn optimum(profile: &Profile, none: Point) -> Result<Point, StatsError> {
    let mut last = (none.ratio, none.slope);
    let mut best = (none.slope >= 0.0).then_some(none);
    for step in DECADES.0 * STEPS..=DECADES.1 * STEPS {
        let ratio = libm::exp10(f64::from(step) / f64::from(STEPS));
        let point = profile.at(ratio).ok_or(NOT_WITHIN)?;
        if last.1 < 0.0 && point.slope >= 0.0 {
            let found = refine(profile, last.0, ratio)?;
            if best
                .as_ref()
                .is_none_or(|best| found.deviance < best.deviance)
            {
                best = Some(found);
            }
        }
        last = (ratio, point.slope);
    }
    if last.1 < 0.0 {
        return Err(NOT_WITHIN);
    }
    best.ok_or(StatsError::NotConverged {
        what: "the ratio of the variances",
        steps: 0,
    })
}

/// Root of the rising slope between two ratios, by bisection down to neighbouring doubles.
fn refine(profile: &Profile, mut low: f64, mut high: f64) -> Result<Point, StatsError> {
    const LIMIT: usize = 80;
    for _ in 0..LIMIT {
        let middle = low.midpoint(high);
        if middle <= low || middle >= high {
            break;
        }
        let point = profile.at(middle).ok_or(NOT_WITHIN)?;
        if point.slope < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    profile.at(high).ok_or(NOT_WITHIN)
}

struct Solution<'a> {
    model: &'a LinearModel,
    profile: &'a Profile,
    best: &'a Point,
}

impl Solution<'_> {
    fn report(
        &self,
        likelihood: Likelihood,
        n_groups: usize,
        likelihood_ratio: f64,
        level: ConfidenceLevel,
    ) -> RandomIntercept {
        let (model, best) = (self.model, self.best);
        let var_residual = libm::scalbn(best.variance, 2 * model.solved.exponent);
        let deviance = best.deviance + self.unit_terms(likelihood);
        let boundary = best.ratio == 0.0;
        let on_boundary = Warning::Boundary {
            what: "the variance between clusters".into(),
        };
        RandomIntercept {
            basis: Basis::new(method(likelihood), model.n_input, model.n_used())
                .level(level)
                .warn_if(boundary, on_boundary)
                .warn_if(true, Warning::NormalApproximation),
            likelihood,
            fixed: self.fixed(level),
            var_intercept: best.ratio * var_residual,
            var_residual,
            icc: best.ratio / (1.0 + best.ratio),
            log_likelihood: -deviance / 2.0,
            deviance,
            n_groups,
            boundary,
            likelihood_ratio,
            p_no_variance: if boundary {
                1.0
            } else {
                never_zero(chi_squared::sf(likelihood_ratio, 1.0) / 2.0)
            },
        }
    }

    /// What the units of the response and of the columns add to the deviance.
    fn unit_terms(&self, likelihood: Likelihood) -> f64 {
        let solved = &self.model.solved;
        let response = self.profile.degrees() * 2.0 * f64::from(solved.exponent);
        let exponents: i32 = solved.column_exponents.iter().sum();
        let (columns, triangle) = match likelihood {
            Likelihood::Full => (0.0, 0.0),
            Likelihood::Restricted => (2.0 * f64::from(exponents), ln_diagonal(&solved.r)),
        };
        (response + columns) * std::f64::consts::LN_2 + 2.0 * triangle
    }

    fn fixed(&self, level: ConfidenceLevel) -> Vec<FixedEffect> {
        let solved = &self.model.solved;
        let moved = solve_upper(&solved.r, &self.best.coordinates);
        let effect = |j: usize| {
            let exponent = solved.exponent - solved.column_exponents[j];
            let mut unit = vec![0.0; moved.len()];
            unit[j] = 1.0;
            let coordinates = solve_transposed(&solved.r, &unit);
            let spread = self.best.precision.inverse_quadratic(&coordinates);
            let se = (spread * self.best.variance).sqrt();
            let estimate = solved.solution[j] + moved[j];
            let in_units = |value: f64| libm::scalbn(value, exponent);
            FixedEffect::new(in_units(estimate), in_units(se), level)
        };
        (0..moved.len()).map(effect).collect()
    }
}

fn method(likelihood: Likelihood) -> Method {
    match likelihood {
        Likelihood::Restricted => Method::new("random_intercept, reml"),
        Likelihood::Full => Method::new("random_intercept, ml"),
    }
}

fn ln_diagonal(r: &Matrix) -> f64 {
    (0..r.width()).map(|i| libm::log(r.get(i, i))).sum()
}
