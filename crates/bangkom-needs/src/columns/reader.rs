use std::ops::Range;

use super::report::Fault;
use super::{Columns, ColumnsError, Key, Observations, Workforce};
use crate::exact::GridLevel;

/// The checked rest of a row, once its person is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub competency: u16,
    pub source: u8,
    pub level: GridLevel,
    pub age_days: u32,
}

/// A part of the columns with what its rows are checked against.
pub(super) struct Part<'a, K> {
    rows: Observations<'a, K>,
    /// The index of its first row among all rows.
    first: usize,
    sources: usize,
    competencies: usize,
}

impl<'a, K: Key> Part<'a, K> {
    pub(super) fn read<C: Columns<K>>(
        columns: &'a C,
        workforce: &Workforce<K>,
        range: Range<usize>,
        room: &'a mut C::Room,
    ) -> Result<Self, ColumnsError> {
        let rows = columns.part(range.clone(), room)?;
        rows.check(range.len())?;
        Ok(Self {
            first: range.start,
            sources: columns.kinds().len(),
            competencies: workforce.asks().competencies(),
            rows,
        })
    }

    /// The keys of the persons.
    pub(super) fn persons(&self) -> &[K] {
        self.rows.person
    }

    /// The index of the first row among all rows.
    pub(super) const fn first(&self) -> usize {
        self.first
    }

    /// Whether every row can be used, its person aside: one look without a branch a row.
    pub(super) fn is_sound(&self) -> bool {
        let rows = &self.rows;
        let competencies = rows.competency.iter().copied().max();
        let sources = rows.source.iter().copied().max();
        let levels = rows.level.iter().map(|level| GridLevel::is_short(*level));
        competencies.is_none_or(|most| usize::from(most) < self.competencies)
            && sources.is_none_or(|most| usize::from(most) < self.sources)
            && levels.fold(true, |all, one| all & one)
    }

    /// Rows that can be used, those of a sound part.
    #[inline]
    pub(super) fn sound_rows(&self, span: Range<usize>) -> impl Iterator<Item = Row> + '_ {
        let answers = self.answers(span);
        answers.map(|((competency, source), (level, age))| Row {
            competency: *competency,
            source: *source,
            level: GridLevel::of_sound(*level),
            age_days: u32::from(*age),
        })
    }

    /// The rows, or what is wrong with each.
    #[inline]
    pub(super) fn rows(&self, span: Range<usize>) -> impl Iterator<Item = Result<Row, Fault>> + '_ {
        let answers = self.answers(span);
        answers.map(|((competency, source), (level, age))| {
            self.row(*competency, *source, *level, *age)
        })
    }

    #[inline]
    fn answers(
        &self,
        span: Range<usize>,
    ) -> impl Iterator<Item = ((&u16, &u8), (&f32, &u16))> + '_ {
        let rows = &self.rows;
        let competency = rows.competency[span.clone()].iter();
        let source = rows.source[span.clone()].iter();
        let level = rows.level[span.clone()].iter();
        let age = rows.age_days[span].iter();
        competency.zip(source).zip(level.zip(age))
    }

    fn row(&self, competency: u16, source: u8, level: f32, age: u16) -> Result<Row, Fault> {
        if usize::from(competency) >= self.competencies {
            return Err(Fault::Competency(competency));
        }
        if usize::from(source) >= self.sources {
            return Err(Fault::Source(source));
        }
        Ok(Row {
            competency,
            source,
            level: GridLevel::of_short(level).ok_or(Fault::Level(level))?,
            age_days: u32::from(age),
        })
    }
}
