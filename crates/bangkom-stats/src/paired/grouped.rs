use serde::{Deserialize, Serialize};

use super::accumulator::PairAccumulator;
use crate::{Basis, StatsError, sample};

/// Summary of the pairs of one group, in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSummary {
    /// Counts of pairs: given, complete, with a missing side.
    pub basis: Basis,
    /// Mean of the first measurement; absent without a complete pair.
    pub mean_pre: Option<f64>,
    /// Mean of the second measurement; absent without a complete pair.
    pub mean_post: Option<f64>,
    /// Mean of post minus pre; absent without a complete pair.
    pub mean_diff: Option<f64>,
    /// Standard deviation of the first measurement; absent below two pairs.
    pub sd_pre: Option<f64>,
    /// Standard deviation of the second measurement; absent below two pairs.
    pub sd_post: Option<f64>,
    /// Standard deviation of post minus pre; absent below two pairs.
    pub sd_diff: Option<f64>,
}

/// Summaries of many groups of pairs in one pass.
///
/// `groups[i]` is the group of pair `i`, below `n_groups`; the result has one entry a group, in
/// order, also for groups without a pair.
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], or [`StatsError::OutOfRange`] for a
/// group number that is not below `n_groups`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::paired;
///
/// let summaries = paired::grouped(&[0, 1, 0], 3, &[1.0, 5.0, 3.0], &[2.0, 5.5, 6.0])?;
/// assert_eq!(summaries[0].mean_diff, Some(2.0));
/// assert_eq!(summaries[1].sd_diff, None);
/// assert_eq!(summaries[2].basis.n_used, 0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Chan, Golub and `LeVeque` (1983), shifted sums and their merge.
pub fn grouped(
    groups: &[u32],
    n_groups: u32,
    pre: &[f64],
    post: &[f64],
) -> Result<Vec<GroupSummary>, StatsError> {
    sample::same_length(pre.len(), post.len())?;
    sample::same_length(groups.len(), pre.len())?;
    let mut accumulators = vec![PairAccumulator::default(); n_groups as usize];
    for ((group, x), y) in groups.iter().zip(pre).zip(post) {
        match accumulators.get_mut(*group as usize) {
            Some(accumulator) => accumulator.push(*x, *y),
            None => return Err(unknown_group(groups, n_groups)),
        }
    }
    if accumulators.iter().all(PairAccumulator::is_exact) {
        return Ok(accumulators.iter().map(PairAccumulator::summary).collect());
    }
    sample::refuse_infinite("pre", pre)?;
    sample::refuse_infinite("post", post)?;
    Ok(with_care(groups, pre, post, &accumulators))
}

fn unknown_group(groups: &[u32], n_groups: u32) -> StatsError {
    let index = groups.iter().position(|group| *group >= n_groups);
    let value = index.map_or(0.0, |i| f64::from(groups[i]));
    let high = f64::from(n_groups) - 1.0;
    StatsError::OutOfRange {
        argument: "groups",
        index,
        value,
        low: 0.0,
        high,
    }
}

/// Recomputes the groups whose sums of squares left the range of a double.
fn with_care(
    groups: &[u32],
    pre: &[f64],
    post: &[f64],
    accumulators: &[PairAccumulator],
) -> Vec<GroupSummary> {
    let mut rows = vec![(Vec::new(), Vec::new()); accumulators.len()];
    for ((group, x), y) in groups.iter().zip(pre).zip(post) {
        let group = *group as usize;
        if !accumulators[group].is_exact() && !x.is_nan() && !y.is_nan() {
            rows[group].0.push(*x);
            rows[group].1.push(*y);
        }
    }
    let pairs = accumulators.iter().zip(&rows);
    pairs
        .map(|(a, (x, y))| {
            if a.is_exact() {
                a.summary()
            } else {
                a.summary_of(x, y)
            }
        })
        .collect()
}
