use serde::{Deserialize, Serialize};

use crate::Alternative;

/// Exact p-values of one statistic.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExactP {
    /// Twice the smaller tail, at most 1.
    pub p_two: f64,
    /// Chance of a statistic at least as far from its mean.
    pub p_symmetric: f64,
    /// Chance of a statistic at least as great.
    pub p_greater: f64,
    /// Chance of a statistic at most as great.
    pub p_less: f64,
}

impl ExactP {
    /// The p-value of a direction.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::Alternative;
    /// use bangkom_stats::ranks::{RankSumOptions, rank_sum};
    ///
    /// let test = rank_sum(&[1.0, 2.0], &[3.0, 4.0], &RankSumOptions::default())?;
    /// let exact = test.exact.expect("few values");
    /// assert_eq!(exact.pick(Alternative::Greater), exact.p_greater);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn pick(&self, alternative: Alternative) -> f64 {
        alternative.pick(self.p_two, self.p_greater, self.p_less)
    }
}
