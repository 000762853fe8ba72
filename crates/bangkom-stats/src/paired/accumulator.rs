use super::GroupSummary;
use crate::{Basis, Method, Moments};

/// Running sums of pairs, which can be merged with those of other rows.
///
/// Sums are taken of the distance to the first pair, so an offset that all scores share costs no
/// digits.
///
/// # Examples
///
/// ```
/// use bangkom_stats::paired::PairAccumulator;
///
/// let mut accumulator = PairAccumulator::default();
/// accumulator.push(1e9 + 1.0, 1e9 + 2.0);
/// accumulator.push(1e9 + 3.0, 1e9 + 6.0);
/// accumulator.push(1e9, f64::NAN);
/// let summary = accumulator.summary();
/// assert_eq!((summary.basis.n_used, summary.basis.n_missing), (2, 1));
/// assert_eq!((summary.mean_diff, summary.sd_diff), (Some(2.0), Some(2.0_f64.sqrt())));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PairAccumulator {
    n: u64,
    n_missing: u64,
    pre: Shifted,
    post: Shifted,
    difference: Shifted,
}

impl PairAccumulator {
    /// Adds a pair; one with a missing side is only counted.
    #[inline]
    pub fn push(&mut self, pre: f64, post: f64) {
        let difference = post - pre;
        if difference.is_nan() && (pre.is_nan() || post.is_nan()) {
            self.n_missing += 1;
            return;
        }
        if self.n == 0 {
            self.pre.origin = pre;
            self.post.origin = post;
            self.difference.origin = difference;
        }
        self.n += 1;
        self.pre.push(pre);
        self.post.push(post);
        self.difference.push(difference);
    }

    /// Adds the pairs of another accumulator.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::paired::PairAccumulator;
    ///
    /// let (mut first, mut second) = (PairAccumulator::default(), PairAccumulator::default());
    /// first.push(1.0, 2.0);
    /// second.push(3.0, 7.0);
    /// first.merge(&second);
    /// assert_eq!(first.summary().mean_diff, Some(2.5));
    /// ```
    pub fn merge(&mut self, other: &Self) {
        self.n_missing += other.n_missing;
        if self.n == 0 || other.n == 0 {
            if self.n == 0 {
                *self = Self {
                    n_missing: self.n_missing,
                    ..*other
                };
            }
            return;
        }
        let n = other.n as f64;
        self.pre.merge(&other.pre, n);
        self.post.merge(&other.post, n);
        self.difference.merge(&other.difference, n);
        self.n += other.n;
    }

    /// The summary of the pairs so far.
    pub fn summary(&self) -> GroupSummary {
        let n = self.n as f64;
        let mean = |sums: &Shifted| (self.n > 0).then(|| sums.mean(n));
        let sd = |sums: &Shifted| (self.n > 1).then(|| (sums.m2(n) / (n - 1.0)).sqrt());
        GroupSummary {
            basis: self.basis(),
            mean_pre: mean(&self.pre),
            mean_post: mean(&self.post),
            mean_diff: mean(&self.difference),
            sd_pre: sd(&self.pre),
            sd_post: sd(&self.post),
            sd_diff: sd(&self.difference),
        }
    }

    fn basis(&self) -> Basis {
        let used = self.n as usize;
        let missing = self.n_missing as usize;
        Basis::new(Method::new("paired_summary"), used + missing, used)
    }

    /// Whether the sums kept their digits: every sum of squares is zero without deviations, or in
    /// the range where squares neither vanish nor overflow.
    pub(crate) fn is_exact(&self) -> bool {
        [&self.pre, &self.post, &self.difference]
            .iter()
            .all(|sums| sums.is_exact())
    }

    /// The summary from all complete pairs of the group, for sums that are not exact.
    pub(crate) fn summary_of(&self, pre: &[f64], post: &[f64]) -> GroupSummary {
        let differences: Vec<f64> = pre.iter().zip(post).map(|(a, b)| b - a).collect();
        let [pre, post, difference] = [pre, post, &differences].map(Moments::of);
        GroupSummary {
            basis: self.basis(),
            mean_pre: pre.mean(),
            mean_post: post.mean(),
            mean_diff: difference.mean(),
            sd_pre: pre.sd(),
            sd_post: post.sd(),
            sd_diff: difference.sd(),
        }
    }
}

/// Sums of the distances to an origin.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Shifted {
    origin: f64,
    sum: f64,
    squares: f64,
}

impl Shifted {
    #[inline]
    fn push(&mut self, value: f64) {
        let distance = value - self.origin;
        self.sum += distance;
        self.squares += distance * distance;
    }

    fn merge(&mut self, other: &Self, n: f64) {
        let shift = other.origin - self.origin;
        self.squares += other.squares + shift * (2.0 * other.sum + n * shift);
        self.sum += other.sum + n * shift;
    }

    fn mean(&self, n: f64) -> f64 {
        self.origin + self.sum / n
    }

    fn m2(&self, n: f64) -> f64 {
        (self.squares - self.sum * (self.sum / n)).max(0.0)
    }

    fn is_exact(&self) -> bool {
        (self.squares == 0.0 && self.sum == 0.0)
            || (self.squares > 1e-200 && self.squares < 1e300 && self.sum.is_finite())
    }
}
