use serde::{Deserialize, Serialize};

use crate::StatsError;
use crate::basis::{Basis, Interval, Method};
use crate::linear::Compensated;
use crate::moments::Moments;
use crate::sample::{at_least, refuse_infinite, representable};

/// Result of [`lee_bounds`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeeBounds {
    /// Persons given; used are those measured.
    pub basis: Basis,
    /// Share of the first group that was measured, 0..1.
    pub measured_first: f64,
    /// Share of the second group that was measured, 0..1.
    pub measured_second: f64,
    /// Share taken off the group with more measured, 0..1.
    pub trimmed: f64,
    /// Difference of the means as measured, second minus first.
    pub difference: f64,
    /// Bounds of the difference for those who would be measured in either group.
    pub bounds: Interval,
}

/// Bounds of a difference between two groups that lose different shares of their persons.
///
/// The group with the larger share of measured persons is trimmed to the other's share, once from
/// the top and once from the bottom. Where the cut falls inside a person, the person counts in
/// part, so the bounds move smoothly with the shares.
///
/// # Formula
///
/// ```text
/// q = measured / all of each group, trimmed = (q_more - q_less) / q_more
/// bounds: mean of the (1 - trimmed) lowest, or highest, values of that group against the other
/// ```
///
/// # Parameters
///
/// - `first`, `second`: outcomes, NaN where missing; groups formed by lot, and a treatment that
///   moves measurement in one direction only.
///
/// # Errors
///
/// [`StatsError::NotFinite`]; [`StatsError::TooFew`] when a group has no measured person.
///
/// # Examples
///
/// ```
/// use bangkom_stats::attrition::lee_bounds;
///
/// let control = [5.0, 6.0, f64::NAN, f64::NAN];
/// let program = [6.0, 7.0, 8.0, 9.0];
/// let result = lee_bounds(&control, &program)?;
/// assert_eq!(result.trimmed, 0.5);
/// assert_eq!((result.bounds.low, result.bounds.high), (1.0, 3.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Lee (2009).
pub fn lee_bounds(first: &[f64], second: &[f64]) -> Result<LeeBounds, StatsError> {
    let (first, second) = (Arm::new("first", first)?, Arm::new("second", second)?);
    let (low, high) = if first.share() > second.share() {
        let kept = second.share() / first.share();
        let (lowest, highest) = first.trimmed(kept);
        (second.mean() - highest, second.mean() - lowest)
    } else {
        let kept = first.share() / second.share();
        let (lowest, highest) = second.trimmed(kept);
        (lowest - first.mean(), highest - first.mean())
    };
    let (less, more) = if first.share() > second.share() {
        (second.share(), first.share())
    } else {
        (first.share(), second.share())
    };
    representable("the bound", &[low, high])?;
    let used = first.values.len() + second.values.len();
    Ok(LeeBounds {
        basis: Basis::new(Method::new("lee_bounds"), first.n + second.n, used),
        measured_first: first.share(),
        measured_second: second.share(),
        trimmed: (more - less) / more,
        difference: second.mean() - first.mean(),
        bounds: Interval { low, high },
    })
}

/// Measured values of one group, sorted.
struct Arm {
    n: usize,
    values: Vec<f64>,
}

impl Arm {
    fn new(argument: &'static str, values: &[f64]) -> Result<Self, StatsError> {
        refuse_infinite(argument, values)?;
        let mut present: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
        at_least(1, present.len())?;
        present.sort_by(f64::total_cmp);
        Ok(Self {
            n: values.len(),
            values: present,
        })
    }

    fn share(&self) -> f64 {
        self.values.len() as f64 / self.n as f64
    }

    fn mean(&self) -> f64 {
        Moments::of(&self.values).mean().unwrap_or(0.0)
    }

    /// Means of the lowest and of the highest `share` of the values.
    fn trimmed(&self, share: f64) -> (f64, f64) {
        let size = share * self.values.len() as f64;
        let from_top = self.values.iter().rev();
        (
            leading_mean(self.values.iter(), size),
            leading_mean(from_top, size),
        )
    }
}

/// Mean of the first `size` values, the last of them in part.
fn leading_mean<'a>(values: impl Iterator<Item = &'a f64>, size: f64) -> f64 {
    let mut left = size;
    let mut total = Compensated::default();
    for value in values {
        let weight = left.clamp(0.0, 1.0);
        total = total.plus_product(weight, *value);
        left -= 1.0;
    }
    total.value() / size
}
