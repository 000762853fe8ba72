use serde::{Deserialize, Serialize};

use super::observed::{Observed, moments, observed};
use crate::StatsError;
use crate::basis::{Basis, Method};
use crate::clusters::Grouping;
use crate::distributions::raw::chi_squared;
use crate::linear::{Cholesky, Matrix};
use crate::p_value::never_zero;
use crate::sample::{at_least, same_length};

/// Ended cases of a group, and how many to expect if groups were alike.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogRankGroup {
    /// Cases of the group.
    pub n: usize,
    /// Cases that ended.
    pub observed: usize,
    /// Cases that would have ended if groups were alike.
    pub expected: f64,
    /// Variance of the number that ended.
    pub variance: f64,
}

/// Result of [`log_rank`]; groups are in the order of their labels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogRank {
    /// Cases given and used.
    pub basis: Basis,
    /// One entry a group.
    pub groups: Vec<LogRankGroup>,
    /// Chi-squared statistic.
    pub chi_squared: f64,
    /// Its degrees of freedom: groups minus one.
    pub df: usize,
    /// p-value of equal curves.
    pub p: f64,
}

/// Compares survival curves of two or more groups.
///
/// # Formula
///
/// ```text
/// E_g = sum d n_g / n, V_gh = sum d (n - d) / (n - 1) (n_g / n) ([g = h] - n_h / n)
/// chi2 = (O - E)' V^-1 (O - E) over all groups but the last
/// ```
///
/// # Errors
///
/// Those of [`kaplan_meier`](super::kaplan_meier); [`StatsError::TooFew`] below two groups or for
/// a group without times; [`StatsError::Undefined`] when groups were never followed at one time
/// or nothing ended.
///
/// # Examples
///
/// ```
/// use bangkom_stats::survival::log_rank;
///
/// let days = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
/// let closed = [true, true, true, true, true, false];
/// let team = ["a", "a", "b", "a", "b", "b"];
/// let result = log_rank(&days, &closed, &team)?;
/// assert_eq!(result.groups[0].observed, 3);
/// assert!((result.groups[0].expected - 1.483_333_333_333_333_3).abs() < 1e-14);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Mantel (1966); Peto and Peto (1972).
pub fn log_rank<K: Ord>(
    times: &[f64],
    events: &[bool],
    groups: &[K],
) -> Result<LogRank, StatsError> {
    same_length(times.len(), groups.len())?;
    let grouping = Grouping::of(groups);
    at_least(2, grouping.count())?;
    let cases = observed(times, events, Some(grouping.codes()))?;
    let tally = Tally::of(&cases, grouping.count());
    for group in 0..grouping.count() {
        at_least(1, tally.sizes[group])?;
    }
    let chi_squared = tally.chi_squared().ok_or(StatsError::Undefined {
        what: "a log-rank test",
        why: "the groups have no event time in common",
    })?;
    let df = grouping.count() - 1;
    Ok(LogRank {
        basis: Basis::new(Method::new("log_rank"), times.len(), cases.len()),
        groups: tally.groups(),
        chi_squared,
        df,
        p: never_zero(chi_squared::sf(chi_squared, df as f64)),
    })
}

struct Tally {
    sizes: Vec<usize>,
    observed: Vec<usize>,
    expected: Vec<f64>,
    covariance: Matrix,
}

impl Tally {
    fn of(cases: &[Observed], groups: usize) -> Self {
        let mut tally = Self {
            sizes: vec![0; groups],
            observed: vec![0; groups],
            expected: vec![0.0; groups],
            covariance: Matrix::zeros(groups, groups),
        };
        for case in cases {
            tally.sizes[case.group] += 1;
            tally.observed[case.group] += usize::from(case.event);
        }
        let mut at_risk = tally.sizes.clone();
        for (together, total) in moments(cases) {
            tally.add(together, &at_risk, total);
            for case in together {
                at_risk[case.group] -= 1;
            }
        }
        tally
    }

    fn add(&mut self, together: &[Observed], at_risk: &[usize], total: usize) {
        let events = together.iter().filter(|case| case.event).count();
        if events == 0 {
            return;
        }
        let (d, n) = (events as f64, total as f64);
        let shares: Vec<f64> = at_risk.iter().map(|count| *count as f64 / n).collect();
        for (expected, share) in self.expected.iter_mut().zip(&shares) {
            *expected += d * share;
        }
        if total > 1 {
            let spread = d * (n - d) / (n - 1.0);
            self.covariance.add_outer(-spread, &shares, &shares);
            for (g, share) in shares.iter().enumerate() {
                let variance = self.covariance.get(g, g) + spread * share;
                self.covariance.set(g, g, variance);
            }
        }
    }

    fn chi_squared(&self) -> Option<f64> {
        let df = self.sizes.len() - 1;
        let mut inner = Matrix::zeros(df, df);
        for j in 0..df {
            for i in 0..df {
                inner.set(i, j, self.covariance.get(i, j));
            }
        }
        let pairs = self.observed.iter().zip(&self.expected).take(df);
        let excess: Vec<f64> = pairs.map(|(o, e)| *o as f64 - e).collect();
        Some(Cholesky::of(&inner)?.inverse_quadratic(&excess))
    }

    fn groups(&self) -> Vec<LogRankGroup> {
        let group = |g: usize| LogRankGroup {
            n: self.sizes[g],
            observed: self.observed[g],
            expected: self.expected[g],
            variance: self.covariance.get(g, g),
        };
        (0..self.sizes.len()).map(group).collect()
    }
}
