use super::block::Block;
use super::packed::PackedRow;
use super::{Dictionary, Key};

/// The local number of rows whose person is not there.
const NOBODY: u32 = u32::MAX;

/// Sorts the rows of one range of people by person, one range after the other.
#[derive(Default)]
pub(super) struct RangeSorter {
    /// The first slot of the range.
    first: usize,
    /// The slot of each row, counted from the first.
    locals: Vec<u32>,
    starts: Vec<u32>,
    rows: Vec<PackedRow>,
}

impl RangeSorter {
    /// Sorts the rows that the blocks have of this range; of one person they keep their order.
    ///
    /// Gives how many rows speak of nobody.
    pub(super) fn sort<K: Key>(
        &mut self,
        people: &Dictionary<K>,
        blocks: &[Block<K>],
        range: usize,
        ranges: usize,
    ) -> u64 {
        let slots = people.slots_of(range, ranges);
        self.first = slots.start;
        self.starts.clear();
        self.starts.resize(slots.len() + 2, 0);
        self.locals.clear();
        for block in blocks {
            for (key, _) in block.range(range) {
                let slot = people
                    .slot(*key)
                    .map_or(NOBODY, |slot| (slot - self.first) as u32);
                self.locals.push(slot);
                if slot != NOBODY {
                    self.count(slot as usize);
                }
            }
        }
        for local in 2..self.starts.len() {
            self.starts[local] += self.starts[local - 1];
        }
        self.place(blocks, range)
    }

    #[inline]
    fn count(&mut self, local: usize) {
        if self.starts.len() < local + 3 {
            self.starts.resize(local + 3, 0);
        }
        self.starts[local + 2] += 1;
    }

    fn place<K: Key>(&mut self, blocks: &[Block<K>], range: usize) -> u64 {
        if self.rows.len() < self.locals.len() {
            self.rows.resize(self.locals.len(), PackedRow::default());
        }
        let mut nobody = 0;
        let mut locals = self.locals.iter();
        for block in blocks {
            for ((_, row), local) in block.range(range).iter().zip(locals.by_ref()) {
                if *local == NOBODY {
                    nobody += 1;
                    continue;
                }
                let next = &mut self.starts[*local as usize + 1];
                self.rows[*next as usize] = *row;
                *next += 1;
            }
        }
        nobody
    }

    /// The slots of people with rows, and their rows.
    pub(super) fn people(&self) -> impl Iterator<Item = (usize, &[PackedRow])> {
        let spans = self.starts.windows(2).enumerate();
        let filled = spans.filter(|(_, span)| span[0] < span[1]);
        filled.map(|(local, span)| {
            let rows = &self.rows[span[0] as usize..span[1] as usize];
            (self.first + local, rows)
        })
    }
}
