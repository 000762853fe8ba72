//! Mean and sum of squares that survive offsets of 1e9 and scales of 1e-160, and can be merged.

use serde::{Deserialize, Serialize};

/// Count, mean and squared deviations of a sample.
///
/// Squared deviations are held in units of a power of two, so that neither `1e-160` nor `1e150`
/// leaves the range of a double.
///
/// # Formula
///
/// ```text
/// M2 = sum (x - mean)^2
/// merged: delta = mean_b - mean_a, n = n_a + n_b,
///         mean = mean_a + delta n_b / n, M2 = M2_a + M2_b + delta^2 n_a n_b / n
/// ```
///
/// # Examples
///
/// ```
/// use bangkom_stats::Moments;
///
/// let all = Moments::of(&[1e9 + 1.0, 1e9 + 2.0, 1e9 + 3.0, 1e9 + 4.0]);
/// let parts = Moments::of(&[1e9 + 1.0]).merge(&Moments::of(&[1e9 + 2.0, 1e9 + 3.0, 1e9 + 4.0]));
/// assert_eq!(all.mean(), Some(1e9 + 2.5));
/// assert_eq!(all.variance(), Some(5.0 / 3.0));
/// assert_eq!(parts.variance(), all.variance());
/// ```
///
/// # References
///
/// Chan, Golub and `LeVeque` (1983), the two-pass algorithm with correction and the merge.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moments {
    n: u64,
    mean: f64,
    /// Binary exponent of the unit of the deviations.
    exponent: i32,
    /// Sum of squared deviations in squared units.
    m2: f64,
}

/// Largest exponent of a deviation whose square still has room for a long sum.
const ROOM: i32 = 200;

impl Moments {
    /// Moments of values that are all finite; see the crate's convention for missing values.
    pub fn of(values: &[f64]) -> Self {
        let Some(first) = values.first() else {
            return Self::default();
        };
        let n = values.len() as f64;
        let rough = first + values.iter().map(|x| (x - first) / n).sum::<f64>();
        let mean = rough + values.iter().map(|x| (x - rough) / n).sum::<f64>();
        let largest = values
            .iter()
            .fold(0.0_f64, |most, x| most.max((x - mean).abs()));
        let exponent = unit_exponent(largest);
        let (mut m2, mut left) = (0.0, 0.0);
        for x in values {
            let deviation = scaled(x - mean, -exponent);
            m2 += deviation * deviation;
            left += deviation;
        }
        Self {
            n: values.len() as u64,
            mean,
            exponent,
            m2: (m2 - left * left / n).max(0.0),
        }
    }

    /// Moments of `n` equal values.
    pub(crate) const fn constant(n: u64, value: f64) -> Self {
        Self {
            n,
            mean: value,
            exponent: 0,
            m2: 0.0,
        }
    }

    /// Adds one value.
    #[must_use]
    pub fn push(&self, value: f64) -> Self {
        self.merge(&Self {
            n: 1,
            mean: value,
            exponent: 0,
            m2: 0.0,
        })
    }

    /// Moments of two samples together.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        if self.n == 0 || other.n == 0 {
            return if self.n == 0 { *other } else { *self };
        }
        let (a, b) = (self.n as f64, other.n as f64);
        let delta = other.mean - self.mean;
        let exponent = [
            self.unit(),
            other.unit(),
            (delta != 0.0).then(|| unit_exponent(delta.abs())),
        ]
        .into_iter()
        .flatten()
        .max()
        .unwrap_or(0);
        let between = scaled(delta, -exponent);
        let m2 = scaled(self.m2, 2 * (self.exponent - exponent))
            + scaled(other.m2, 2 * (other.exponent - exponent))
            + between * between * (a * b / (a + b));
        Self {
            n: self.n + other.n,
            mean: self.mean + delta * (b / (a + b)),
            exponent,
            m2,
        }
    }

    /// Number of values.
    pub const fn n(&self) -> u64 {
        self.n
    }

    /// Mean, or `None` of an empty sample.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then_some(self.mean)
    }

    /// Sample variance (divisor n - 1), or `None` below two values.
    pub fn variance(&self) -> Option<f64> {
        (self.n > 1).then(|| scaled(self.m2 / (self.n - 1) as f64, 2 * self.exponent))
    }

    /// Sample standard deviation, or `None` below two values; it never under- or overflows where
    /// the variance would.
    pub fn sd(&self) -> Option<f64> {
        (self.n > 1).then(|| scaled((self.m2 / (self.n - 1) as f64).sqrt(), self.exponent))
    }

    /// Standard error of the mean, or `None` below two values.
    pub fn standard_error(&self) -> Option<f64> {
        self.sd().map(|sd| sd / (self.n as f64).sqrt())
    }

    fn unit(&self) -> Option<i32> {
        (self.m2 > 0.0).then_some(self.exponent)
    }
}

/// Unit for deviations up to `largest`: one, unless squares would leave the range.
pub(crate) fn unit_exponent(largest: f64) -> i32 {
    let exponent = libm::ilogb(largest);
    if largest == 0.0 || exponent.abs() < ROOM {
        0
    } else {
        exponent
    }
}

/// `value * 2^exponent`.
pub(crate) fn scaled(value: f64, exponent: i32) -> f64 {
    if exponent == 0 {
        value
    } else {
        libm::scalbn(value, exponent)
    }
}
