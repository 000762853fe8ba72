use std::fmt;

use bangkom_domain::measure::Nano;

use super::kernel::Kernel;
use super::workforce::Post;
use crate::exact::Sums;
use crate::state::Score;

/// What is known of one person and competency.
#[derive(Clone, Copy)]
pub struct PairScore<'a, K> {
    /// The key of the person.
    pub key: K,
    /// The place of the key in the dictionary.
    pub person: u32,
    /// The unit of the person.
    pub unit: u32,
    /// The competency.
    pub competency: u16,
    /// The combined level, in 1e-9 levels; `None` when the evidence is not enough.
    pub level: Option<Nano>,
    /// The share of the expected weight that is present, 0 to 1, in 1e-9.
    pub coverage: Nano,
    /// The level asked, 1 to 5; 0 where nothing is asked.
    pub required: u8,
    /// How much it matters, 1 to 5; 0 where nothing is asked.
    pub importance: u8,
    /// Required minus current level where that is positive, in 1e-9 levels.
    pub gap: Nano,
    /// Gap × importance, in 1e-9.
    pub priority: Nano,
    reasons: &'a dyn Reasons,
}

impl<K> fmt::Debug for PairScore<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PairScore")
            .field("competency", &self.competency)
            .field("coverage", &self.coverage)
            .finish_non_exhaustive()
    }
}

impl<'a, K: Copy> PairScore<'a, K> {
    #[inline]
    pub(super) fn new(
        post: &Post<K>,
        (competency, level, coverage): (u16, Option<Nano>, Nano),
        (required, importance): (u8, u8),
        reasons: &'a dyn Reasons,
    ) -> Self {
        let asked = if importance > 0 { required } else { 0 };
        let gap = level.map_or(Nano::ZERO, |level| {
            (Nano::from_units(i32::from(asked)) - level).or_zero()
        });
        Self {
            key: post.key,
            person: post.place,
            unit: post.unit,
            competency,
            level,
            coverage,
            required: asked,
            importance,
            gap,
            priority: gap.times(u32::from(importance)),
            reasons,
        }
    }
}

impl<K> PairScore<'_, K> {
    /// The level with its contributions, uncertainty and what is missing.
    ///
    /// Made when it is asked for, because most pairs of a nation are only counted.
    pub fn score(&self) -> Score {
        self.reasons.score()
    }
}

/// Gives the reasons of a level.
pub(super) trait Reasons {
    fn score(&self) -> Score;
}

/// What stands behind a level: the sums of each source.
pub(super) struct Answers<'a, S: Sums> {
    pub kernel: &'a Kernel<'a, S>,
    pub sums: &'a [S],
    /// Which of the sums count, by their bits.
    pub present: u64,
}

impl<S: Sums> Reasons for Answers<'_, S> {
    fn score(&self) -> Score {
        Score::new(self.kernel.explain(self.sums, self.present))
    }
}
