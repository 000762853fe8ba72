//! Mean and sum of squares of weighted values, that can be merged.

use serde::{Deserialize, Serialize};

/// Sums of weights, mean and squared deviations of weighted values.
///
/// Weights are positive and say how much a value counts; they need not be whole. Values and
/// weights that are not finite, and weights that are not positive, count as nothing and are not
/// added: [`WeightedMoments::push`] says whether a value was.
///
/// # Formula
///
/// ```text
/// push:   W' = W + w,  mean' = mean + (w / W') (x - mean),  M2' = M2 + w (W / W') (x - mean)^2
/// merge:  W = W_a + W_b,  delta = mean_b - mean_a,
///         mean = mean_a + delta W_b / W,  M2 = M2_a + M2_b + delta^2 W_a W_b / W
/// variance = M2 / (W - sum w^2 / W),  effective number = W^2 / sum w^2
/// ```
///
/// # Examples
///
/// ```
/// use bangkom_stats::WeightedMoments;
///
/// let mut all = WeightedMoments::default();
/// for (value, weight) in [(2.0, 0.5), (3.5, 1.0), (4.0, 0.25)] {
///     assert!(all.push(value, weight));
/// }
/// assert!(!all.push(9.0, -1.0));
/// assert_eq!(all.total_weight(), 1.75);
/// assert_eq!(all.mean(), Some(5.5 / 1.75));
/// ```
///
/// # References
///
/// West (1979), the update; Chan, Golub and `LeVeque` (1983), the merge; Kish (1965), the
/// effective number.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightedMoments {
    total: f64,
    total_squared: f64,
    mean: f64,
    m2: f64,
}

impl WeightedMoments {
    /// Adds a value with its weight; `false`, and nothing changes, where it cannot count.
    pub fn push(&mut self, value: f64, weight: f64) -> bool {
        let counts = value.is_finite() && weight.is_finite() && weight > 0.0;
        if counts {
            *self = self.merge(&Self {
                total: weight,
                total_squared: weight * weight,
                mean: value,
                m2: 0.0,
            });
        }
        counts
    }

    /// Moments of two samples together.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        if self.total == 0.0 || other.total == 0.0 {
            return if self.total == 0.0 { *other } else { *self };
        }
        let total = self.total + other.total;
        let (delta, share) = (other.mean - self.mean, other.total / total);
        Self {
            total,
            total_squared: self.total_squared + other.total_squared,
            mean: self.mean + delta * share,
            m2: self.m2 + other.m2 + delta * delta * self.total * share,
        }
    }

    /// Sum of the weights.
    pub const fn total_weight(&self) -> f64 {
        self.total
    }

    /// Sum of the squared weights.
    pub const fn total_squared_weight(&self) -> f64 {
        self.total_squared
    }

    /// Weighted mean, or `None` where nothing counts.
    pub fn mean(&self) -> Option<f64> {
        (self.total > 0.0).then_some(self.mean)
    }

    /// Weighted sum of squared deviations from the mean.
    pub const fn squared_deviations(&self) -> f64 {
        self.m2
    }

    /// Unbiased variance for weights that say how reliable a value is, or `None` below two
    /// values.
    pub fn variance(&self) -> Option<f64> {
        let freedom = self.total - self.total_squared / self.total;
        // A single value leaves rounding at most.
        (freedom > 1e-12 * self.total).then(|| self.m2 / freedom)
    }

    /// How many values of equal weight would say as much; 0 where nothing counts.
    pub fn effective_number(&self) -> f64 {
        if self.total > 0.0 {
            self.total / self.total_squared * self.total
        } else {
            0.0
        }
    }
}
