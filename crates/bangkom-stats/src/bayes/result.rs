use serde::{Deserialize, Serialize};

use crate::Basis;

/// A Bayes factor and how it depends on the prior.
///
/// The factor is also given as natural logarithm; factors beyond the range of doubles are given as
/// the end of that range.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BayesFactor {
    /// Counts and warnings.
    pub basis: Basis,
    /// t statistic of the data.
    pub t: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Scale of the Cauchy prior of the standardised effect.
    pub r_scale: f64,
    /// Odds for an effect over none, given by the data.
    pub bf10: f64,
    /// Natural logarithm of `bf10`.
    pub log_bf10: f64,
    /// Odds for a positive effect over none.
    pub bf_greater: f64,
    /// Odds for a negative effect over none.
    pub bf_less: f64,
    /// The factor under the usual scales.
    pub robustness: Robustness,
}

/// Bayes factors for an effect under four scales of the prior.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Robustness {
    /// Scale 1/2.
    pub narrow: f64,
    /// Scale sqrt(1/2).
    pub medium: f64,
    /// Scale 1.
    pub wide: f64,
    /// Scale sqrt(2).
    pub ultrawide: f64,
}
