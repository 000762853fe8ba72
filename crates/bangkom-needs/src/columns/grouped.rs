use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use super::block::BLOCK;
use super::engine::{Desk, Engine, Worker};
use super::reader::Part;
use super::workers::share_out;
use super::workforce::Post;
use super::{Collector, Columns, ColumnsError, Key, RowReport, Scored};
use crate::exact::Sums;

/// From so many rows a run on, rows look grouped.
const GROUPED: usize = 4;

/// What a worker holds besides.
struct Extra<R, K> {
    /// Room for a part.
    room: R,
    /// The runs of the block at hand.
    runs: Vec<Run<K>>,
    /// Where to look for them.
    hints: Vec<usize>,
    /// Who they are of, where somebody has the key.
    posts: Vec<Option<Post<K>>>,
    /// Runs left for later.
    left: Vec<Run<K>>,
}

impl<R: Default, K> Default for Extra<R, K> {
    fn default() -> Self {
        Self {
            room: R::default(),
            runs: Vec::new(),
            hints: Vec::new(),
            posts: Vec::new(),
            left: Vec::new(),
        }
    }
}

/// Rows that stand together and have one key.
struct Run<K> {
    key: K,
    rows: Range<usize>,
}

/// Who has been handed over, and whether somebody came up again.
struct Seen {
    people: Vec<AtomicBool>,
    twice: AtomicBool,
}

impl Seen {
    fn new(people: usize) -> Self {
        Self {
            people: (0..people).map(|_| AtomicBool::new(false)).collect(),
            twice: AtomicBool::new(false),
        }
    }

    /// Whether the person comes for the first time.
    fn first_time(&self, person: u32) -> bool {
        let seen = self.people[person as usize].swap(true, Ordering::Relaxed);
        if seen {
            self.twice.store(true, Ordering::Relaxed);
        }
        !seen
    }

    fn is_broken(&self) -> bool {
        self.twice.load(Ordering::Relaxed)
    }
}

impl<K: Key, R: Columns<K>, S: Sums, C: Collector<K>, M: Fn() -> C + Sync> Engine<'_, K, R, S, M> {
    /// Whether the first rows come in long runs.
    pub(super) fn looks_grouped(&self) -> Result<bool, ColumnsError> {
        let mut room = R::Room::default();
        let rows = 0..self.columns.rows().min(BLOCK);
        let keys = self.columns.persons(rows, &mut room)?;
        let changes = keys.windows(2).filter(|pair| pair[0] != pair[1]).count();
        Ok((changes + 1).saturating_mul(GROUPED) <= keys.len())
    }

    /// Reads rows where they are; `None` when it turns out that somebody comes in two runs.
    pub(super) fn grouped(&self) -> Result<Option<Scored<C>>, ColumnsError> {
        let seen = Seen::new(self.workforce.len());
        let rows = self.columns.rows();
        let mut workers = share_out(
            rows.div_ceil(BLOCK),
            || self.worker(Extra::default()),
            |worker, block| {
                if !seen.is_broken() {
                    let rows = block * BLOCK..((block + 1) * BLOCK).min(rows);
                    self.attempt(worker, |worker| self.read_block(rows, &seen, worker));
                }
            },
        );
        let left = workers
            .iter_mut()
            .flat_map(|worker| worker.extra.left.drain(..));
        let left = joined(left.collect());
        if let Some(worker) = workers.first_mut() {
            for run in left {
                self.attempt(worker, |worker| self.read_left(&run, &seen, worker));
            }
        }
        if seen.is_broken() {
            self.watch.restart();
            return Ok(None);
        }
        self.finish(workers, RowReport::default()).map(Some)
    }

    /// Reads the runs of a block; the first and the last may go on in the next and are left.
    fn read_block(
        &self,
        rows: Range<usize>,
        seen: &Seen,
        worker: &mut Worker<S, C, Extra<R::Room, K>>,
    ) -> Result<u64, ColumnsError> {
        let Extra {
            room,
            runs,
            hints,
            posts,
            left,
        } = &mut worker.extra;
        let part = Part::read(self.columns, self.workforce, rows.clone(), room)?;
        let sound = part.is_sound();
        runs.clear();
        runs.extend(runs_of(part.persons(), rows.start));
        left.extend(runs.pop());
        // Looked up in one go, so that many keys are on their way at the same time.
        let keys = runs.iter().map(|run| run.key);
        self.workforce.find_all(keys, hints, posts);
        let mut whole = runs.drain(..).zip(&*posts);
        left.extend(whole.next().map(|(run, _)| run));
        let mut read = 0;
        for (run, post) in whole {
            read += run.rows.len() as u64;
            self.read_run(&run, post.as_ref(), (&part, sound), seen, &mut worker.desk);
        }
        Ok(read)
    }

    /// Reads a run that was left.
    fn read_left(
        &self,
        run: &Run<K>,
        seen: &Seen,
        worker: &mut Worker<S, C, Extra<R::Room, K>>,
    ) -> Result<u64, ColumnsError> {
        let room = &mut worker.extra.room;
        let part = Part::read(self.columns, self.workforce, run.rows.clone(), room)?;
        let (post, sound) = (self.workforce.find(run.key), part.is_sound());
        self.read_run(run, post.as_ref(), (&part, sound), seen, &mut worker.desk);
        Ok(run.rows.len() as u64)
    }

    /// Sums up the rows of a run and hands the person over.
    #[inline]
    fn read_run(
        &self,
        run: &Run<K>,
        post: Option<&Post<K>>,
        (part, sound): (&Part<'_, K>, bool),
        seen: &Seen,
        desk: &mut Desk<S, C>,
    ) {
        let Some(post) = post else {
            desk.report.unknown_person += run.rows.len() as u64;
            return;
        };
        if !seen.first_time(post.place) {
            return;
        }
        let span = run.rows.start - part.first()..run.rows.end - part.first();
        if sound {
            desk.report.used += span.len() as u64;
            desk.sums.add(self.kernel, part.sound_rows(span));
        } else {
            let usable = desk.report.usable(part.rows(span), run.rows.start);
            desk.sums.add(self.kernel, usable);
        }
        self.hand_over(post, desk);
    }
}

/// The runs of keys of which the first has this index among all rows.
fn runs_of<K: Key>(keys: &[K], mut first: usize) -> impl Iterator<Item = Run<K>> {
    keys.chunk_by(|a, b| a == b).map(move |keys| {
        let rows = first..first + keys.len();
        first = rows.end;
        Run { key: keys[0], rows }
    })
}

/// Runs in row order, those that go on where the last one ends joined with it.
fn joined<K: Key>(mut runs: Vec<Run<K>>) -> Vec<Run<K>> {
    runs.sort_unstable_by_key(|run| run.rows.start);
    let mut joined: Vec<Run<K>> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut() {
            Some(last) if last.key == run.key && last.rows.end == run.rows.start => {
                last.rows.end = run.rows.end;
            }
            _ => joined.push(run),
        }
    }
    joined
}
