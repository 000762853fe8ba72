use std::fmt;
use std::ops::Range;

use bangkom_domain::evidence::SourceKind;

use super::{ColumnsError, Key};

/// Answers as columns: row i says that source `i` gave person `i` a level in a competency.
///
/// Every row is one answer. Rows may come in any order; rows grouped by person are fastest.
#[derive(Clone, Copy)]
pub struct Observations<'a, K> {
    /// What the codes in `source` mean: code 0 is the first kind.
    pub kinds: &'a [SourceKind],
    /// The key of the person.
    pub person: &'a [K],
    /// The competency, as its column in the [`AskTable`](super::AskTable).
    pub competency: &'a [u16],
    /// The kind of source, as its place in `kinds`.
    pub source: &'a [u8],
    /// The level, 1 to 5; values on other scales are mapped before.
    pub level: &'a [f32],
    /// How many days before the day of reading the answer was given.
    pub age_days: &'a [u16],
}

impl<K> fmt::Debug for Observations<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observations")
            .field("kinds", &self.kinds)
            .field("rows", &self.person.len())
            .finish_non_exhaustive()
    }
}

/// Columns that are read a part at a time, such as files too large to hold.
///
/// [`Observations`] are columns that lie in memory. A part may be asked for more than once and
/// by several threads at a time; each thread has a room of its own to read it into.
pub trait Columns<K>: Sync {
    /// Where a part is read into.
    type Room: Default + Send;

    /// What the codes of sources mean.
    fn kinds(&self) -> &[SourceKind];

    /// How many rows there are.
    fn rows(&self) -> usize;

    /// The keys of the persons of these rows.
    ///
    /// # Errors
    /// [`ColumnsError`], usually [`ColumnsError::Read`] when they could not be read.
    fn persons<'r>(
        &'r self,
        rows: Range<usize>,
        room: &'r mut Self::Room,
    ) -> Result<&'r [K], ColumnsError>;

    /// These rows.
    ///
    /// # Errors
    /// [`ColumnsError`], usually [`ColumnsError::Read`] when they could not be read.
    fn part<'r>(
        &'r self,
        rows: Range<usize>,
        room: &'r mut Self::Room,
    ) -> Result<Observations<'r, K>, ColumnsError>;
}

impl<K: Key> Columns<K> for Observations<'_, K> {
    type Room = ();

    fn kinds(&self) -> &[SourceKind] {
        self.kinds
    }

    fn rows(&self) -> usize {
        self.person.len()
    }

    fn persons<'r>(&'r self, rows: Range<usize>, (): &'r mut ()) -> Result<&'r [K], ColumnsError> {
        Ok(&self.person[rows])
    }

    fn part<'r>(
        &'r self,
        rows: Range<usize>,
        (): &'r mut (),
    ) -> Result<Observations<'r, K>, ColumnsError> {
        self.check(self.person.len())?;
        Ok(Observations {
            kinds: self.kinds,
            person: &self.person[rows.clone()],
            competency: &self.competency[rows.clone()],
            source: &self.source[rows.clone()],
            level: &self.level[rows.clone()],
            age_days: &self.age_days[rows],
        })
    }
}

impl<K> Observations<'_, K> {
    /// Whether all columns have so many rows.
    pub(super) fn check(&self, expected: usize) -> Result<(), ColumnsError> {
        let columns = [
            ("person", self.person.len()),
            ("competency", self.competency.len()),
            ("source", self.source.len()),
            ("level", self.level.len()),
            ("age_days", self.age_days.len()),
        ];
        match columns.into_iter().find(|(_, found)| *found != expected) {
            None => Ok(()),
            Some((column, found)) => Err(ColumnsError::Lengths {
                column,
                expected,
                found,
            }),
        }
    }
}
