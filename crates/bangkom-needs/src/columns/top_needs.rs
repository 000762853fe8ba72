use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;

use super::{Collector, Key, PairScore};

/// A need in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedNeed<K> {
    /// The key of the person.
    pub key: K,
    /// The competency.
    pub competency: u16,
    /// Gap × importance, in 1e-9.
    pub priority: Personal<Nano>,
}

/// The greatest needs of all: priority falling, then the key, then the competency rising.
#[derive(Clone)]
pub struct TopNeeds<K> {
    most: usize,
    /// Nothing at or behind this rank can still come in.
    bar: Option<Rank<K>>,
    kept: Vec<Rank<K>>,
}

/// Priority from below, so that the least comes first.
type Rank<K> = (i64, K, u16);

impl<K> std::fmt::Debug for TopNeeds<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TopNeeds")
            .field("most", &self.most)
            .finish_non_exhaustive()
    }
}

impl<K: Key> TopNeeds<K> {
    /// Keeps so many needs.
    pub const fn new(most: usize) -> Self {
        Self {
            most,
            bar: None,
            kept: Vec::new(),
        }
    }

    /// The needs in their order.
    pub fn ranked(mut self) -> Vec<RankedNeed<K>> {
        self.cut();
        self.kept.sort_unstable();
        let needs = self.kept.into_iter();
        needs
            .map(|(below, key, competency)| RankedNeed {
                key,
                competency,
                priority: Nano::from_raw(-below).into(),
            })
            .collect()
    }

    #[inline]
    fn offer(&mut self, rank: Rank<K>) {
        if self.bar.is_some_and(|bar| rank >= bar) {
            return;
        }
        self.kept.push(rank);
        if self.kept.len() >= self.most.saturating_mul(4).max(64) {
            self.cut();
        }
    }

    /// Leaves the best.
    fn cut(&mut self) {
        if self.kept.len() > self.most {
            let (_, bar, _) = self.kept.select_nth_unstable(self.most);
            self.bar = Some(*bar);
            self.kept.truncate(self.most);
        }
    }
}

impl<K: Key> Collector<K> for TopNeeds<K> {
    #[inline]
    fn pair(&mut self, pair: &PairScore<'_, K>) {
        if pair.priority > Nano::ZERO {
            self.offer((-pair.priority.raw(), pair.key, pair.competency));
        }
    }

    fn merge(&mut self, other: Self) {
        for rank in other.kept {
            self.offer(rank);
        }
    }
}
