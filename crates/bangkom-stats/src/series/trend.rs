use serde::{Deserialize, Serialize};

use super::sen::Slopes;
use crate::StatsError;
use crate::basis::{Basis, ConfidenceLevel, Interval, Method, Warning};
use crate::distributions::raw::normal;
use crate::inversions::{self, EXACT_LIMIT, exact_tail};
use crate::p_value::never_zero;
use crate::sample::{at_least, refuse_infinite};

/// The longest series; the slopes of all its pairs take some seconds.
const MOST: usize = 1_000_000;

/// Result of [`mann_kendall`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MannKendall {
    /// Values given and used.
    pub basis: Basis,
    /// Rising pairs minus falling pairs.
    pub s: i64,
    /// Variance of `s` without trend, corrected for ties.
    pub var_s: f64,
    /// Normal deviate of `s`, with continuity correction; 0 when all values are equal.
    pub z: f64,
    /// Two-sided p-value of no trend, from `z`.
    pub p: f64,
    /// Two-sided p-value from the exact distribution: without ties, up to 160 values.
    pub p_exact: Option<f64>,
    /// `s` as a share of all pairs, -1..1.
    pub tau_a: f64,
    /// `s` corrected for ties, -1..1; `None` when all values are equal.
    pub tau_b: Option<f64>,
    /// Sen's slope, in the unit of the values per step.
    pub slope: f64,
    /// Confidence interval of the slope.
    pub slope_ci: Interval,
}

/// Tests for a trend of any shape, and estimates its slope.
///
/// Values are one step apart; a missing value (NaN) keeps its place. Above 2,000 values slopes are
/// found by counting, to about 1e-15 of the largest value per step.
///
/// # Formula
///
/// ```text
/// S = sum over i<j of sign(y_j - y_i)
/// var = (n(n-1)(2n+5) - sum over ties of t(t-1)(2t+5)) / 18, z = (S - sign S) / sqrt(var)
/// tau_a = S / (n(n-1)/2), tau_b = S / sqrt((n(n-1)/2 - sum t(t-1)/2) n(n-1)/2)
/// slope = median of (y_j - y_i) / (j - i) over the N pairs
/// interval: slopes of rank (N - C)/2 and (N + C)/2 + 1, C = z_(1-a/2) sqrt(var), interpolated
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two values;
/// [`StatsError::OutOfRange`] above a million, where the slopes of all pairs take minutes: give
/// the means of longer steps instead.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::series::mann_kendall;
///
/// let result = mann_kendall(&[9.0, 8.0, 8.5, 7.0, 6.0, 5.5], ConfidenceLevel::default())?;
/// assert_eq!((result.s, result.slope), (-13, -0.7));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Mann (1945); Kendall (1975); Sen (1968); Gilbert (1987), sections 16.4 and 16.5.
pub fn mann_kendall(values: &[f64], level: ConfidenceLevel) -> Result<MannKendall, StatsError> {
    refuse_infinite("values", values)?;
    let placed = values.iter().enumerate().filter(|(_, y)| !y.is_nan());
    let placed: Vec<(f64, f64)> = placed.map(|(i, y)| (i as f64, *y)).collect();
    at_least(2, placed.len())?;
    if placed.len() > MOST {
        let (n, most) = (placed.len() as f64, MOST as f64);
        return Err(StatsError::parameter("number of values", n, 2.0, most));
    }
    let counts = Counts::of(placed.iter().map(|(_, y)| *y).collect());
    let n = placed.len();
    let s = counts.s();
    let var_s = counts.variance();
    let z = match s.signum() {
        0 => 0.0,
        sign => (s - sign) as f64 / var_s.sqrt(),
    };
    let slopes = Slopes::of(placed);
    let total = slopes.count() as f64;
    let reach = -normal::quantile(level.tail()) * var_s.sqrt();
    let exact = counts.tie_groups == 0 && n <= EXACT_LIMIT;
    Ok(MannKendall {
        basis: Basis::new(Method::new("mann_kendall"), values.len(), n)
            .level(level)
            .warn_if(
                counts.tie_groups > 0,
                Warning::Ties {
                    groups: counts.tie_groups,
                },
            )
            .warn_if(n < 10, Warning::SmallSample { n, advised: 10 }),
        s,
        var_s,
        z,
        p: never_zero((2.0 * normal::sf(z.abs())).min(1.0)),
        p_exact: exact.then(|| counts.exact_two_sided()),
        tau_a: s as f64 / counts.pairs as f64,
        tau_b: counts.tau_b(),
        slope: slopes.median(),
        slope_ci: Interval {
            low: slopes.at_rank((total - reach) / 2.0),
            high: slopes.at_rank(total.midpoint(reach) + 1.0),
        },
    })
}

/// Pairs of a series by direction.
struct Counts {
    n: u64,
    pairs: u64,
    tied_pairs: u64,
    falling: u64,
    tie_groups: usize,
    tie_variance: f64,
}

impl Counts {
    fn of(mut values: Vec<f64>) -> Self {
        let n = values.len() as u64;
        let falling = inversions::count(&mut values);
        let ties = || tie_sizes(&values).filter(|t| *t > 1);
        Self {
            n,
            pairs: n * (n - 1) / 2,
            tied_pairs: ties().map(|t| t * (t - 1) / 2).sum(),
            falling,
            tie_groups: ties().count(),
            tie_variance: ties().map(spread).sum(),
        }
    }

    fn s(&self) -> i64 {
        (self.pairs - self.tied_pairs) as i64 - 2 * self.falling as i64
    }

    fn variance(&self) -> f64 {
        (spread(self.n) - self.tie_variance) / 18.0
    }

    /// Twice the smaller tail: the distribution is symmetric.
    fn exact_two_sided(&self) -> f64 {
        let fewer = (self.pairs - self.s().unsigned_abs()) / 2;
        (2.0 * exact_tail(self.n as usize, fewer)).min(1.0)
    }

    fn tau_b(&self) -> Option<f64> {
        let untied = (self.pairs - self.tied_pairs) as f64;
        (untied > 0.0).then(|| self.s() as f64 / (untied * self.pairs as f64).sqrt())
    }
}

/// `n (n - 1) (2n + 5)`.
fn spread(n: u64) -> f64 {
    let n = n as f64;
    n * (n - 1.0) * (2.0 * n + 5.0)
}

/// Sizes of the groups of equal values of a sorted slice, those of one included.
fn tie_sizes(sorted: &[f64]) -> impl Iterator<Item = u64> {
    sorted
        .chunk_by(|a, b| a == b)
        .map(|group| group.len() as u64)
}
