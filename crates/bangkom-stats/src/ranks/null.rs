use super::ExactP;
use crate::StatsError;

/// Null distribution of the sum of those scores whose sign is positive, all signs equally likely.
#[derive(Debug, Clone)]
pub(crate) struct SignSums {
    scores: Vec<u64>,
    /// What the scores were divided by.
    unit: u64,
    total: u64,
}

impl SignSums {
    /// Takes positive scores; those of zero change nothing and must be left out.
    pub(crate) fn new(mut scores: Vec<u64>) -> Self {
        let unit = to_shared_unit(&mut scores);
        let total = scores.iter().sum();
        Self {
            scores,
            unit,
            total,
        }
    }

    /// Additions that the table takes, roughly.
    pub(crate) fn cost(&self) -> u64 {
        self.total.saturating_mul(self.scores.len() as u64)
    }

    /// Largest sum, in units of what the scores share.
    pub(crate) fn size(&self) -> u64 {
        self.total
    }

    /// Exact p-values of a sum of positive scores.
    pub(crate) fn p_values(&self, sum: u64) -> ExactP {
        let sum = sum / self.unit;
        let near = sum.min(self.total - sum);
        let (up_to, at) = self.lower_tail(near);
        // The distribution is symmetric about half the total.
        let outer = up_to.min(1.0);
        let inner = (1.0 - up_to + at).min(1.0);
        let p_two = (2.0 * up_to).min(1.0);
        let (p_less, p_greater) = if sum == near {
            (outer, inner)
        } else {
            (inner, outer)
        };
        ExactP {
            p_two,
            p_symmetric: p_two,
            p_greater,
            p_less,
        }
    }

    /// Chances of a sum of at most `limit`, and of exactly `limit`.
    pub(crate) fn lower_tail(&self, limit: u64) -> (f64, f64) {
        let chances = self.chances(limit);
        (chances.iter().sum(), chances[chances.len() - 1])
    }

    /// Chances of the sums up to `limit`, in units of what the scores share.
    pub(crate) fn chances(&self, limit: u64) -> Vec<f64> {
        let size = limit as usize + 1;
        // Chances, not counts: each score halves them, so that no number of scores overflows.
        let (mut old, mut new) = (vec![0.0_f64; size], vec![0.0_f64; size]);
        old[0] = 1.0;
        let mut top = 0_usize;
        for score in &self.scores {
            let score = *score as usize;
            let next_top = (top + score).min(size - 1);
            add_score(&old, &mut new, top, next_top, score);
            std::mem::swap(&mut old, &mut new);
            top = next_top;
        }
        old
    }
}

/// `new[w] = (old[w] + old[w - score]) / 2` for `w` up to `next_top`; `old` is zero above `top`.
fn add_score(old: &[f64], new: &mut [f64], top: usize, next_top: usize, score: usize) {
    let low = score.min(top + 1);
    for (target, source) in new[..low].iter_mut().zip(&old[..low]) {
        *target = 0.5 * source;
    }
    if score > top {
        new[low..score.min(next_top + 1)].fill(0.0);
    }
    if score <= next_top {
        let (stay, moved) = (&old[score..=next_top], &old[..=next_top - score]);
        for ((target, a), b) in new[score..=next_top].iter_mut().zip(stay).zip(moved) {
            *target = 0.5 * (a + b);
        }
    }
}

/// Divides scores by what they share and sorts them; returns what they were divided by.
///
/// Small scores first keep a table of sums short for most of the additions.
pub(super) fn to_shared_unit(scores: &mut [u64]) -> u64 {
    let shared = scores.iter().fold(0, |unit, score| gcd(unit, *score));
    let unit = shared.max(1);
    for score in &mut *scores {
        *score /= unit;
    }
    scores.sort_unstable();
    unit
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Largest number of ranks for which the exact distribution is counted.
pub(super) const MOST_RANKS: u32 = 1_000;

/// Chance that the signed-rank statistic of `n` values without ties is at most `w`.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for more than 1,000 values.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ranks::signed_rank_cdf;
///
/// assert_eq!(signed_rank_cdf(0, 5)?, 1.0 / 32.0);
/// assert_eq!(signed_rank_cdf(15, 5)?, 1.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Wilcoxon (1945), counted by the recurrence over ranks.
pub fn signed_rank_cdf(w: u64, n: u32) -> Result<f64, StatsError> {
    if n > MOST_RANKS {
        return Err(StatsError::parameter(
            "n",
            f64::from(n),
            0.0,
            f64::from(MOST_RANKS),
        ));
    }
    let sums = SignSums::new((1..=u64::from(n)).collect());
    if w >= sums.total {
        return Ok(1.0);
    }
    let opposite = sums.total - w - 1;
    Ok(if w <= opposite {
        sums.lower_tail(w).0
    } else {
        1.0 - sums.lower_tail(opposite).0
    })
}
