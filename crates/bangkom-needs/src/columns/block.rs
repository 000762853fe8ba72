use super::dictionary::share;
use super::packed::PackedRow;
use super::reader::Part;
use super::report::RowReport;
use super::{Key, Workforce};

/// How many rows are sorted in one go, so that they stay in the cache.
pub(super) const BLOCK: usize = 1 << 16;

/// Rows of one block, packed and sorted by ranges of people; within a range in row order.
pub(super) struct Block<K> {
    rows: Vec<(K, PackedRow)>,
    /// Where each range starts, and where the last one ends; behind it are rows of no use.
    starts: Vec<u32>,
}

/// Where rows are packed before they are sorted.
pub(super) struct Bench<K> {
    packed: Vec<(K, PackedRow)>,
    ranges: Vec<u32>,
    next: Vec<u32>,
}

impl<K> Default for Bench<K> {
    fn default() -> Self {
        Self {
            packed: Vec::new(),
            ranges: Vec::new(),
            next: Vec::new(),
        }
    }
}

impl<K: Key> Bench<K> {
    /// Sorts the rows of a part into so many ranges.
    pub(super) fn sort(
        &mut self,
        part: &Part<'_, K>,
        workforce: &Workforce<K>,
        ranges: usize,
        report: &mut RowReport,
    ) -> Block<K> {
        let mut starts = vec![0_u32; ranges + 2];
        self.pack(part, workforce, ranges, report);
        for range in &self.ranges {
            starts[*range as usize + 1] += 1;
        }
        for range in 0..=ranges {
            starts[range + 1] += starts[range];
        }
        self.next.clear();
        self.next.extend(&starts);
        // Any rows will do: every one is written over.
        let mut rows = self.packed.clone();
        for (range, packed) in self.ranges.iter().zip(&self.packed) {
            let place = &mut self.next[*range as usize];
            rows[*place as usize] = *packed;
            *place += 1;
        }
        Block { rows, starts }
    }

    /// Packs the rows; those that cannot be used go behind the last range.
    ///
    /// Whether the people of the others are there is seen later.
    fn pack(
        &mut self,
        part: &Part<'_, K>,
        workforce: &Workforce<K>,
        ranges: usize,
        report: &mut RowReport,
    ) {
        let keys = part.persons();
        self.ranges.clear();
        self.ranges
            .extend(keys.iter().map(|key| share(*key, ranges) as u32));
        self.packed.clear();
        if part.is_sound() {
            let rows = part.sound_rows(0..keys.len()).zip(keys);
            let packed = rows.map(|(row, key)| (*key, PackedRow::new(&row)));
            self.packed.extend(packed);
            return;
        }
        let rows = part.rows(0..keys.len()).zip(keys).enumerate();
        self.packed
            .extend(rows.map(|(offset, (row, key))| match row {
                Ok(row) => (*key, PackedRow::new(&row)),
                Err(fault) => {
                    self.ranges[offset] = ranges as u32;
                    match workforce.people().place(*key) {
                        None => report.unknown_person += 1,
                        Some(_) => report.note(part.first() + offset, fault),
                    }
                    (*key, PackedRow::default())
                }
            }));
    }
}

impl<K> Block<K> {
    /// The rows of a range of people.
    #[inline]
    pub(super) fn range(&self, range: usize) -> &[(K, PackedRow)] {
        &self.rows[self.starts[range] as usize..self.starts[range + 1] as usize]
    }
}
