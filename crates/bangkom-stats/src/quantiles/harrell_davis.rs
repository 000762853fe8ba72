use super::SortedSample;
use super::sorted::probability;
use crate::StatsError;
use crate::distributions::raw::beta;

/// Standard deviations of the weights beyond which they are below any rounding.
const REACH: f64 = 40.0;

/// Harrell-Davis quantile: a weighted mean of all order statistics.
///
/// Smoother than a single order statistic, and more precise for small samples of continuous
/// values.
///
/// # Formula
///
/// ```text
/// Q = sum w_i x(i),  w_i = I(i/n) - I((i-1)/n),
/// I = distribution function of Beta((n + 1) p, (n + 1)(1 - p))
/// ```
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `0 < p < 1`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::quantiles::{SortedSample, harrell_davis};
///
/// let days = SortedSample::new(&[2.0, 3.0, 5.0, 9.0, 30.0])?;
/// let median = harrell_davis(&days, 0.5)?;
/// assert!(5.0 < median && median < 9.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Harrell and Davis (1982).
pub fn harrell_davis(sample: &SortedSample, p: f64) -> Result<f64, StatsError> {
    let p = probability(p)?;
    if p == 0.0 || p == 1.0 {
        return Err(StatsError::parameter("p", p, 0.0, 1.0));
    }
    let values = sample.values();
    let n = values.len() as f64;
    let (a, b) = ((n + 1.0) * p, (n + 1.0) * (1.0 - p));
    let spread = REACH * (p * (1.0 - p) / (n + 2.0)).sqrt();
    let first = ((p - spread) * n).floor().max(0.0) as usize;
    let last = (((p + spread) * n).ceil() as usize).min(values.len());
    // Differences from the centre keep the digits of values far from zero.
    let centre = values[first.midpoint(last).min(values.len() - 1)];
    let mut before = beta::cdf(first as f64 / n, a, b);
    let mut sum = 0.0;
    for (i, value) in values.iter().enumerate().take(last).skip(first) {
        let up_to = beta::cdf((i + 1) as f64 / n, a, b);
        sum += (up_to - before) * (value - centre);
        before = up_to;
    }
    Ok(centre + sum)
}
