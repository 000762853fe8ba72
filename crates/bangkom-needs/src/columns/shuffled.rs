use std::ops::Range;

use super::block::{BLOCK, Bench, Block};
use super::engine::{Engine, Worker};
use super::range_sorter::RangeSorter;
use super::reader::Part;
use super::workers::{in_order, share_out};
use super::workforce::Post;
use super::{Collector, Columns, ColumnsError, Key, RowReport, Scored};
use crate::exact::Sums;

/// How many people make a range, so that their rows stay in the cache.
const RANGE: usize = 1 << 12;

/// Where a part is read into, and where its rows are packed.
type Rooms<R, K> = (R, Bench<K>);

impl<K: Key, R: Columns<K>, S: Sums, C: Collector<K>, M: Fn() -> C + Sync> Engine<'_, K, R, S, M> {
    /// Moves rows to their people first.
    pub(super) fn shuffled(&self) -> Result<Scored<C>, ColumnsError> {
        let rows = self.columns.rows();
        let ranges = self.workforce.len().div_ceil(RANGE).max(1);
        let parts = in_order(
            rows.div_ceil(BLOCK),
            |rooms: &mut Rooms<R::Room, K>, block| {
                let part = block * BLOCK..((block + 1) * BLOCK).min(rows);
                self.block(ranges, part, rooms)
            },
        );
        let mut report = RowReport::default();
        let mut blocks = Vec::with_capacity(parts.len());
        for part in parts {
            let (block, found) = part?;
            blocks.push(block);
            report.merge(found);
        }
        let workers = share_out(
            ranges,
            || self.worker(RangeSorter::default()),
            |worker, range| {
                self.attempt(worker, |worker| {
                    Ok(self.read_range(&blocks, range, ranges, worker))
                });
            },
        );
        self.finish(workers, report)
    }

    fn block(
        &self,
        ranges: usize,
        rows: Range<usize>,
        (room, bench): &mut Rooms<R::Room, K>,
    ) -> Result<(Block<K>, RowReport), ColumnsError> {
        if !self.watch.goes_on() {
            return Err(ColumnsError::Stopped);
        }
        let mut report = RowReport::default();
        let part = Part::read(self.columns, self.workforce, rows, room)?;
        let block = bench.sort(&part, self.workforce, ranges, &mut report);
        Ok((block, report))
    }

    fn read_range(
        &self,
        blocks: &[Block<K>],
        range: usize,
        ranges: usize,
        worker: &mut Worker<S, C, RangeSorter>,
    ) -> u64 {
        let people = self.workforce.people();
        let nobody = worker.extra.sort(people, blocks, range, ranges);
        worker.desk.report.unknown_person += nobody;
        // Looked up in one go, so that many people are on their way at the same time.
        let slots = worker.extra.people().map(|(slot, _)| slot);
        let posts = slots.map(|slot| self.workforce.post(people.place_in(slot)));
        let posts: Vec<Post<K>> = posts.collect();
        let mut read = 0;
        for ((_, rows), post) in worker.extra.people().zip(&posts) {
            let answers = rows.iter().map(|packed| packed.row());
            worker.desk.sums.add(self.kernel, answers);
            read += rows.len() as u64;
            self.hand_over(post, &mut worker.desk);
        }
        worker.desk.report.used += read;
        read + nobody
    }
}
