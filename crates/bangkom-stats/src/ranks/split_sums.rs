use super::{ExactP, null::to_shared_unit};

/// Null distribution of the summed scores of a sample of `size`, all splits equally likely.
#[derive(Debug, Clone)]
pub(crate) struct SplitSums {
    /// Scores above the smallest, in units of what they share, ascending.
    scores: Vec<u64>,
    size: usize,
    /// What every score was lowered by.
    base: u64,
    unit: u64,
}

impl SplitSums {
    /// Scores of both samples together, and the size of the sample whose scores are summed.
    pub(crate) fn new(scores: &[u64], size: usize) -> Self {
        let base = scores.iter().copied().min().unwrap_or(0);
        let mut scores: Vec<u64> = scores.iter().map(|score| score - base).collect();
        let unit = to_shared_unit(&mut scores);
        Self {
            scores,
            size,
            base,
            unit,
        }
    }

    /// Exact p-values of a sum of scores as they were given.
    pub(crate) fn p_values(&self, sum: u64) -> ExactP {
        let sum = ((sum - self.base * self.size as u64) / self.unit) as usize;
        let chances = self.chances();
        let at = |range: &[f64]| range.iter().sum::<f64>().min(1.0);
        let (p_less, p_greater) = (at(&chances[..=sum]), at(&chances[sum..]));
        // Twice the mean is an integer over the number of scores; compare distances in that unit.
        let n = self.scores.len() as i128;
        let mean = i128::from(self.scores.iter().sum::<u64>()) * self.size as i128;
        let distance = |w: usize| (w as i128 * n - mean).abs();
        let p_symmetric = chances
            .iter()
            .enumerate()
            .filter(|(w, _)| distance(*w) >= distance(sum))
            .map(|(_, chance)| chance)
            .sum::<f64>();
        let p_two = (2.0 * p_less.min(p_greater)).min(1.0);
        ExactP {
            p_two,
            p_symmetric: p_symmetric.min(1.0),
            p_greater,
            p_less,
        }
    }

    /// Chance of each sum of lowered scores.
    pub(crate) fn chances(&self) -> Vec<f64> {
        let (n, size) = (self.scores.len(), self.size);
        let width = self.scores[n - size..].iter().sum::<u64>() as usize + 1;
        let mut tables = vec![vec![0.0_f64; width]; size + 1];
        tables[0][0] = 1.0;
        let mut tops = vec![0_usize; size + 1];
        for (seen, score) in self.scores.iter().enumerate() {
            let score = *score as usize;
            // A table that can no longer grow into a full sample is not needed.
            let least = (size + seen + 1).saturating_sub(n);
            for j in (least.max(1)..=size.min(seen + 1)).rev() {
                let (before, rest) = tables.split_at_mut(j);
                let top = tops[j - 1];
                let source = &before[j - 1][..=top];
                let target = &mut rest[0][score..=score + top];
                for (to, from) in target.iter_mut().zip(source) {
                    *to += from;
                }
                tops[j] = tops[j].max(top + score);
            }
        }
        let counts = tables.swap_remove(size);
        let total: f64 = counts.iter().sum();
        counts.into_iter().map(|count| count / total).collect()
    }
}
