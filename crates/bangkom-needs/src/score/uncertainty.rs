use bangkom_domain::measure::Nano;
use serde::{Deserialize, Serialize};

/// How sure a level is.
///
/// # Formula
///
/// ```text
/// per source:  n = (sum w)^2 / sum w^2
///              s^2 = (v s0^2 + n * variance) / (v + n - 1)
/// level:       se^2 = sum share^2 s^2 / n,   effective number = 1 / sum (share^2 / n)
/// probability: Phi((required - level) / se)
/// ```
///
/// v is the policy's `assumed_answers`, s0 the `assumed_sd` of the kind of source: with few
/// answers the assumption holds, with many the answers do.
///
/// # References
/// Kish 1965, effective number; Gelman et al. 2013, variance with a scaled inverse chi-squared
/// prior.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncertainty {
    /// How many independent answers of equal weight would be as sure, in 1e-9.
    pub effective_number: Nano,
    /// The standard error of the level, in 1e-9 levels.
    pub standard_error: Nano,
    /// The probability that there is a gap at all, 0 to 1, in 1e-9.
    pub gap_probability: Nano,
}

/// One source's part in the uncertainty of a level.
pub(super) struct Spread {
    /// Its share of the weight present.
    pub share: f64,
    /// Its effective number of answers.
    pub n: f64,
    /// The weighted variance of its answers, divisor n.
    pub variance: f64,
    /// The standard deviation assumed for its kind.
    pub assumed_sd: f64,
}

/// Effective number and standard error of the combined level.
pub(super) fn of(parts: &[Spread], assumed_answers: f64) -> (f64, f64) {
    let (mut squares, mut inverse) = (0.0, 0.0);
    for part in parts.iter().filter(|part| part.n > 0.0) {
        let n = part.n.max(1.0);
        let freedom = assumed_answers + n - 1.0;
        let assumed = part.assumed_sd * part.assumed_sd;
        let variance = if freedom > 0.0 {
            (assumed_answers * assumed + n * part.variance) / freedom
        } else {
            assumed
        };
        squares += part.share * part.share * variance / n;
        inverse += part.share * part.share / n;
    }
    let effective = if inverse > 0.0 { 1.0 / inverse } else { 0.0 };
    (effective, squares.sqrt())
}
