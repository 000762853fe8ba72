use bangkom_domain::measure::Nano;
use serde::{Deserialize, Serialize};

use super::{WeightedMean, combine_means};

/// How sure a level is.
///
/// # Formula
///
/// ```text
/// per source:  n = (sum w)^2 / sum w^2
///              s^2 = (v s0^2 + n * variance) / (v + n - 1)
/// level:       se^2 = sum share^2 s^2 / n + sum ((mean - level) sd(weight) / sum weight)^2
///              effective number = 1 / sum (share^2 / n)
/// probability: Phi((required - level) / se), and of more than t: Phi((required - level - t) / se)
/// ```
///
/// v is the policy's `assumed_answers`, s0 the `assumed_sd` of the kind of source: with few
/// answers the assumption holds, with many the answers do. The second sum is there only where
/// the policy says how unsure the weights are.
///
/// # References
/// Kish 1965, effective number; Gelman et al. 2013, variance with a scaled inverse chi-squared
/// prior; Oehlert 1992, delta method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncertainty {
    /// How many independent answers of equal weight would be as sure, in 1e-9.
    pub effective_number: Nano,
    /// The standard error of the level, in 1e-9 levels.
    pub standard_error: Nano,
    /// The probability that there is a gap at all, 0 to 1, in 1e-9.
    pub gap_probability: Nano,
    /// The gap asked about next, in 1e-9 levels.
    pub threshold: Nano,
    /// The probability that the gap is greater than that, 0 to 1, in 1e-9.
    pub threshold_probability: Nano,
}

/// One source's part in the uncertainty of a level.
pub(super) struct Spread {
    /// Its share of the weight present.
    pub share: f64,
    /// The standard deviation of that share.
    pub share_sd: f64,
    /// Its mean.
    pub mean: f64,
    /// Its effective number of answers.
    pub n: f64,
    /// The weighted variance of its answers, divisor n.
    pub variance: f64,
    /// The standard deviation assumed for its kind.
    pub assumed_sd: f64,
}

/// Effective number and standard error of the combined level.
pub(super) fn of(parts: &[Spread], assumed_answers: f64) -> (f64, f64) {
    let present = parts.iter().filter(|part| part.n > 0.0);
    let means: Vec<WeightedMean> = present
        .clone()
        .map(|part| WeightedMean {
            weight: part.share,
            weight_variance: part.share_sd * part.share_sd,
            mean: part.mean,
            variance: part.variance(assumed_answers) / part.n.max(1.0),
        })
        .collect();
    let variance = combine_means(&means).map_or(0.0, |combined| combined.variance);
    let inverse: f64 = present
        .map(|part| part.share * part.share / part.n.max(1.0))
        .sum();
    let effective = if inverse > 0.0 { 1.0 / inverse } else { 0.0 };
    (effective, variance.sqrt())
}

impl Spread {
    /// The variance of one answer: what was assumed, and what was seen.
    fn variance(&self, assumed_answers: f64) -> f64 {
        let n = self.n.max(1.0);
        let freedom = assumed_answers + n - 1.0;
        let assumed = self.assumed_sd * self.assumed_sd;
        if freedom > 0.0 {
            (assumed_answers * assumed + n * self.variance) / freedom
        } else {
            assumed
        }
    }
}
