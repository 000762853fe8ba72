use serde::{Deserialize, Serialize};

/// One mean in a weighted combination, with how sure it and its weight are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightedMean {
    /// The weight, zero or more.
    pub weight: f64,
    /// The variance of the weight; zero where it is certain.
    pub weight_variance: f64,
    /// The mean.
    pub mean: f64,
    /// The variance of the mean.
    pub variance: f64,
}

/// A weighted mean of means, with its variance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CombinedMean {
    /// The weighted mean.
    pub mean: f64,
    /// Its variance with the weights taken as certain.
    pub variance_fixed: f64,
    /// Its variance with the variance of the weights.
    pub variance: f64,
}

/// Combines means by their weights, and says how sure the result is.
///
/// # Formula
///
/// ```text
/// C        = sum w m / W                                     W = sum w
/// fixed    = sum (w / W)^2 var(m)
/// variance = fixed + sum ((m - C) / W)^2 var(w)              to first order
/// ```
///
/// `None` without weight, or where a number is negative or not finite that must not be.
///
/// # Examples
///
/// ```
/// use bangkom_needs::{WeightedMean, combine_means};
///
/// let part = |weight, mean, variance| WeightedMean { weight, weight_variance: 0.0025, mean, variance };
/// let found = combine_means(&[part(0.3, 3.2, 0.16), part(0.2, 2.5, 0.3), part(0.25, 4.0, 0.05)]).unwrap();
/// assert!((found.mean - 3.28).abs() < 1e-12);
/// assert!((found.variance_fixed.sqrt() - 0.229_104_537_032_5).abs() < 1e-12);
/// assert!((found.variance.sqrt() - 0.239_844_394_000_2).abs() < 1e-12);
/// ```
///
/// # References
/// Oehlert 1992, the delta method for a ratio.
pub fn combine_means(parts: &[WeightedMean]) -> Option<CombinedMean> {
    let not_negative = |value: f64| (0.0..=f64::MAX).contains(&value);
    let sound = |part: &WeightedMean| {
        not_negative(part.weight)
            && not_negative(part.weight_variance)
            && not_negative(part.variance)
            && part.mean.is_finite()
    };
    let total: f64 = parts.iter().map(|part| part.weight).sum();
    if !parts.iter().all(sound) || !total.is_finite() || total <= 0.0 {
        return None;
    }
    let mean = parts
        .iter()
        .map(|part| part.weight * part.mean)
        .sum::<f64>()
        / total;
    let (mut fixed, mut random) = (0.0, 0.0);
    for part in parts {
        let (share, off) = (part.weight / total, (part.mean - mean) / total);
        fixed += share * share * part.variance;
        random += off * off * part.weight_variance;
    }
    Some(CombinedMean {
        mean,
        variance_fixed: fixed,
        variance: fixed + random,
    })
}
