use super::{Collector, PairScore};

/// Sums over all pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// How many pairs somebody spoke of.
    pub pairs: u64,
    /// How many of them have evidence enough for a level.
    pub scored: u64,
    /// How many are asked for and below what is asked.
    pub gaps: u64,
    /// The sum of levels, in 1e-9 levels.
    pub levels: i128,
    /// The sum of coverages, in 1e-9.
    pub coverages: i128,
    /// The sum of priorities, in 1e-9.
    pub priorities: i128,
}

impl<K> Collector<K> for Totals {
    #[inline]
    fn pair(&mut self, pair: &PairScore<'_, K>) {
        self.pairs += 1;
        self.coverages += i128::from(pair.coverage.raw());
        if let Some(level) = pair.level {
            self.scored += 1;
            self.levels += i128::from(level.raw());
        }
        self.gaps += u64::from(pair.gap.raw() > 0);
        self.priorities += i128::from(pair.priority.raw());
    }

    fn merge(&mut self, other: Self) {
        self.pairs += other.pairs;
        self.scored += other.scored;
        self.gaps += other.gaps;
        self.levels += other.levels;
        self.coverages += other.coverages;
        self.priorities += other.priorities;
    }
}
