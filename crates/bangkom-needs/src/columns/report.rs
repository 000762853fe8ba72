use bangkom_domain::finding::{Findings, Sensitive};

use super::block::BLOCK;
use super::reader::Row;
use super::{ColumnFinding, Columns, ColumnsError, Dictionary, Key};

/// How many rows of one kind are named.
const NAMED: usize = 100;
const KINDS: usize = 4;

/// What was wrong with rows: every one counted, the first hundred of each kind named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowReport {
    /// How many rows were used.
    pub used: u64,
    /// How many rows name a person who is not there.
    pub unknown_person: u64,
    /// How many rows name a competency that is not there.
    pub unknown_competency: u64,
    /// How many rows have a code of no source.
    pub unknown_source: u64,
    /// How many rows have no level of 1 to 5.
    pub not_a_level: u64,
    named: [Vec<ColumnFinding>; KINDS],
}

/// What is wrong with a row, its person aside.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fault {
    Competency(u16),
    Source(u8),
    Level(f32),
}

impl RowReport {
    /// How many rows were left out.
    pub const fn left_out(&self) -> u64 {
        self.unknown_person + self.unknown_competency + self.unknown_source + self.not_a_level
    }

    /// The named rows.
    pub fn findings(&self) -> Findings<ColumnFinding> {
        self.named.iter().flatten().cloned().collect()
    }

    /// Notes a fault in the row with this index, whose person is there.
    pub(super) fn note(&mut self, index: usize, fault: Fault) {
        let row = index as u64 + 1;
        match fault {
            Fault::Competency(code) => {
                self.unknown_competency += 1;
                self.name(1, ColumnFinding::UnknownCompetency { row, code });
            }
            Fault::Source(code) => {
                self.unknown_source += 1;
                self.name(2, ColumnFinding::UnknownSource { row, code });
            }
            Fault::Level(level) => {
                self.not_a_level += 1;
                let given = Sensitive::personal(level.to_string());
                self.name(3, ColumnFinding::NotALevel { row, given });
            }
        }
    }

    /// The rows that can be used; the others, from this index on, are noted.
    pub(super) fn usable(
        &mut self,
        rows: impl Iterator<Item = Result<Row, Fault>>,
        first: usize,
    ) -> impl Iterator<Item = Row> {
        rows.zip(first..).filter_map(move |(row, index)| match row {
            Ok(row) => {
                self.used += 1;
                Some(row)
            }
            Err(fault) => {
                self.note(index, fault);
                None
            }
        })
    }

    /// Names rows of nobody, which were only counted, by reading the keys once more.
    pub(super) fn name_nobody<K: Key, C: Columns<K>>(
        &mut self,
        columns: &C,
        people: &Dictionary<K>,
    ) -> Result<(), ColumnsError> {
        let wanted = self.unknown_person.min(NAMED as u64) as usize;
        let mut room = C::Room::default();
        let mut first = 0;
        while self.named[0].len() < wanted && first < columns.rows() {
            let rows = first..columns.rows().min(first + BLOCK);
            let keys = columns.persons(rows.clone(), &mut room)?;
            let nobody = (first as u64 + 1..).zip(keys);
            let nobody = nobody.filter(|(_, key)| people.place(**key).is_none());
            let left = wanted - self.named[0].len();
            self.named[0].extend(nobody.take(left).map(|(row, key)| {
                let key = Sensitive::personal(key.to_string());
                ColumnFinding::UnknownPerson { row, key }
            }));
            first = rows.end;
        }
        Ok(())
    }

    fn name(&mut self, kind: usize, finding: ColumnFinding) {
        self.named[kind].push(finding);
        if self.named[kind].len() > 4 * NAMED {
            self.shorten(kind);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.used += other.used;
        self.unknown_person += other.unknown_person;
        self.unknown_competency += other.unknown_competency;
        self.unknown_source += other.unknown_source;
        self.not_a_level += other.not_a_level;
        for (kind, named) in other.named.into_iter().enumerate() {
            self.named[kind].extend(named);
            self.shorten(kind);
        }
    }

    fn shorten(&mut self, kind: usize) {
        self.named[kind].sort_unstable_by_key(ColumnFinding::row);
        self.named[kind].truncate(NAMED);
    }
}
