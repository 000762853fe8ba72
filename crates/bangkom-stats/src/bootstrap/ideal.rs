use serde::{Deserialize, Serialize};

use crate::distributions::raw::binomial;
use crate::linear::Compensated;
use crate::sample::{present, representable};
use crate::{Basis, Method, Moments, StatsError};

/// Bootstrap standard errors without drawing: what endlessly many replicates would give.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdealBootstrap {
    /// What the result rests on; counts are values.
    pub basis: Basis,
    /// Mean of the sample.
    pub mean: f64,
    /// Ideal bootstrap standard error of the mean.
    pub se_mean: f64,
    /// The usual standard error of the mean, with divisor n - 1.
    pub se_mean_formula: f64,
    /// Median of the sample, the mean of the middle two for an even number.
    pub median: f64,
    /// Ideal bootstrap standard error of the median.
    pub se_median: f64,
}

/// Most values for which the distribution of the median is summed.
const MOST: usize = 5_000;

/// Exact bootstrap standard errors of mean and median.
///
/// # Formula
///
/// ```text
/// se mean = sqrt(sum (x - mean)^2) / n
/// P(median <= x_(i)) = P(Binomial(n, i / n) >= (n + 1) / 2)          n odd
/// P(middle two = x_(i), x_(j)) = C(n, h) [i^h - (i-1)^h] [(n-j+1)^h - (n-j)^h] / n^n,
///                                i < j, h = n / 2                     n even
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two values, [`StatsError::NotFinite`], [`StatsError::OutOfRange`]
/// above 5,000 values, whose median takes too long, [`StatsError::Undefined`] when squares leave
/// the range of a double.
///
/// # Examples
///
/// ```
/// let mice = [94.0, 197.0, 16.0, 38.0, 99.0, 141.0, 23.0];
/// let result = bangkom_stats::bootstrap::ideal(&mice)?;
/// assert!((result.se_mean - 23.36).abs() < 0.005);
/// assert!((result.se_median - 37.83).abs() < 0.005);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Efron and Tibshirani (1993), ch. 2 and problem 2.4; Maritz and Jarrett (1978).
pub fn ideal(sample: &[f64]) -> Result<IdealBootstrap, StatsError> {
    let mut sorted = present("sample", sample, 2)?;
    let n = sorted.len();
    if n > MOST {
        return Err(StatsError::parameter("values", n as f64, 2.0, MOST as f64));
    }
    sorted.sort_unstable_by(f64::total_cmp);
    let moments = Moments::of(&sorted);
    let spread = moments.sd().unwrap_or(0.0);
    let size = n as f64;
    let outcomes = if n % 2 == 1 {
        odd(&sorted)
    } else {
        even(&sorted)
    };
    let result = IdealBootstrap {
        basis: Basis::new(Method::new("bootstrap, ideal"), sample.len(), n),
        mean: moments.mean().unwrap_or(0.0),
        se_mean: spread * ((size - 1.0) / size).sqrt() / size.sqrt(),
        se_mean_formula: spread / size.sqrt(),
        median: f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]),
        se_median: standard_deviation(&outcomes),
    };
    let numbers = [result.mean, result.se_mean, result.median, result.se_median];
    representable("the bootstrap errors", &numbers)?;
    Ok(result)
}

/// Medians with their probabilities; an odd number has one middle value.
fn odd(sorted: &[f64]) -> Vec<(f64, f64)> {
    let n = sorted.len() as u64;
    // Half or fewer of the draws lie at or below: the median lies above.
    let above = |i: usize| match i {
        0 => 1.0,
        i => binomial::cdf((n - 1) / 2, n, i as f64 / n as f64),
    };
    let value = |(i, x): (usize, &f64)| (*x, (above(i) - above(i + 1)).max(0.0));
    sorted.iter().enumerate().map(value).collect()
}

/// The same for an even number: the middle two are drawn together.
fn even(sorted: &[f64]) -> Vec<(f64, f64)> {
    let n = sorted.len();
    let (size, half) = (n as u64, (n / 2) as u64);
    // Half of the draws at or below i and half at or above j, both reached.
    let middle = |i: usize, j: usize| pair(size, half, i as f64, (n + 1 - j) as f64);
    let lower = |i: usize| match i {
        0 => 1.0,
        i => binomial::cdf(half - 1, size, i as f64 / size as f64),
    };
    let mut outcomes = Vec::with_capacity(n * (n + 1) / 2);
    for i in 1..=n {
        let mut same = lower(i - 1) - lower(i);
        for j in i + 1..=n {
            let probability = middle(i, j);
            same -= probability;
            outcomes.push((f64::midpoint(sorted[i - 1], sorted[j - 1]), probability));
        }
        outcomes.push((sorted[i - 1], same.max(0.0)));
    }
    outcomes
}

/// `C(n, h) [i^h - (i-1)^h] [m^h - (m-1)^h] / n^n` with `n = 2 h`.
fn pair(n: u64, half: u64, i: f64, m: f64) -> f64 {
    let size = n as f64;
    let reached = |k: f64| -libm::expm1(half as f64 * libm::log1p(-1.0 / k));
    // The binomial term carries the powers in range: C(n, h) p^h (1 - p)^h with p = i / (i + m).
    let share = i / (i + m);
    let term = binomial::pmf(half, n, share);
    let scale = libm::exp(size * libm::log((i + m) / size));
    term * scale * reached(i) * reached(m)
}

fn standard_deviation(outcomes: &[(f64, f64)]) -> f64 {
    let origin = outcomes.first().map_or(0.0, |(x, _)| *x);
    let far = |most: f64, (x, _): &(f64, f64)| most.max((x / 2.0 - origin / 2.0).abs());
    let unit = outcomes.iter().fold(0.0, far);
    if unit == 0.0 {
        return 0.0;
    }
    // In units of half the greatest distance no square leaves the range of a double.
    let place = |x: f64| (x / 2.0 - origin / 2.0) / unit;
    let expected = |f: &dyn Fn(f64) -> f64| {
        Compensated::sum(outcomes.iter().map(|(x, p)| p * f(place(*x)))).value()
    };
    let mean = expected(&|x| x);
    2.0 * unit * expected(&|x| (x - mean).powi(2)).max(0.0).sqrt()
}
