use serde::{Deserialize, Serialize};

use crate::basis::{Basis, ConfidenceLevel, Interval};
use crate::distributions::raw::normal;
use crate::p_value::never_zero;

/// Which likelihood is maximised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likelihood {
    /// Restricted: variances allow for the fixed effects that were estimated.
    #[default]
    Restricted,
    /// Full: needed to compare models that differ in their fixed effects.
    Full,
}

/// A fixed effect of a mixed model, with its large-sample test against zero.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedEffect {
    /// Estimate, in units of the response per unit of the column.
    pub estimate: f64,
    /// Standard error, in the same unit.
    pub se: f64,
    /// Estimate divided by its standard error.
    pub z: f64,
    /// Two-sided p-value from the normal distribution.
    pub p: f64,
    /// Normal confidence interval.
    pub ci: Interval,
}

impl FixedEffect {
    pub(super) fn new(estimate: f64, se: f64, level: ConfidenceLevel) -> Self {
        let z = estimate / se;
        let half = -normal::quantile(level.tail()) * se;
        Self {
            estimate,
            se,
            z,
            p: never_zero(2.0 * normal::sf(z.abs())),
            ci: Interval {
                low: estimate - half,
                high: estimate + half,
            },
        }
    }
}

/// Result of [`random_intercept`](super::random_intercept).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RandomIntercept {
    /// Rows given and used.
    pub basis: Basis,
    /// Which likelihood was maximised.
    pub likelihood: Likelihood,
    /// Fixed effects, in the order of the columns.
    pub fixed: Vec<FixedEffect>,
    /// Variance of the cluster intercepts, in squared units of the response.
    pub var_intercept: f64,
    /// Residual variance, in squared units of the response.
    pub var_residual: f64,
    /// Share of the variance that lies between clusters, 0..1.
    pub icc: f64,
    /// Logarithm of the likelihood at the optimum.
    pub log_likelihood: f64,
    /// Minus twice the logarithm of the likelihood.
    pub deviance: f64,
    /// Number of clusters.
    pub n_groups: usize,
    /// Whether the optimum has no variance between clusters.
    pub boundary: bool,
    /// Deviance that the variance between clusters saves.
    pub likelihood_ratio: f64,
    /// p-value of no variance between clusters: half the tail of chi-squared with one degree of
    /// freedom, because the null value lies on the boundary; 1 at the boundary.
    pub p_no_variance: f64,
}
