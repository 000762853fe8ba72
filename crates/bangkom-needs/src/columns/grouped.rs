use super::block::BLOCK;
use super::engine::{Engine, Worker};
use super::person::PersonSums;
use super::reader::Part;
use super::runs::{Run, Runs, parts};
use super::workers::share_out;
use super::{Collector, Columns, ColumnsError, Key, RowReport, Scored};
use crate::exact::Sums;

/// From so many rows a run on, rows are read where they are.
const GROUPED: usize = 4;
/// How many rows make a task.
const TASK: usize = 1 << 16;

impl<K: Key, R: Columns<K>, S: Sums, C: Collector<K>, M: Fn() -> C + Sync> Engine<'_, K, R, S, M> {
    /// Whether the first rows come in long runs.
    pub(super) fn looks_grouped(&self) -> Result<bool, ColumnsError> {
        let mut room = R::Room::default();
        let rows = 0..self.columns.rows().min(BLOCK);
        let keys = self.columns.persons(rows, &mut room)?;
        let changes = keys.windows(2).filter(|pair| pair[0] != pair[1]).count();
        Ok((changes + 1).saturating_mul(GROUPED) <= keys.len())
    }

    /// Reads rows where they are.
    pub(super) fn grouped(&self, runs: &Runs) -> Result<Scored<C>, ColumnsError> {
        let single = parts(&runs.single, TASK);
        let scattered = parts(&runs.scattered, TASK);
        let workers = share_out(
            single.len() + scattered.len(),
            || self.worker(R::Room::default()),
            |worker, task| {
                if let Some(runs) = single.get(task) {
                    self.attempt(worker, |worker| self.read_single(runs, worker));
                } else {
                    let runs = scattered[task - single.len()];
                    self.attempt(worker, |worker| self.read_scattered(runs, worker));
                }
            },
        );
        self.finish(workers, runs.report.clone())
    }

    /// Reads runs that follow each other, each of a person of its own, in one go.
    fn read_single(
        &self,
        runs: &[Run],
        worker: &mut Worker<S, C, R::Room>,
    ) -> Result<u64, ColumnsError> {
        let rows = runs[0].start..runs[runs.len() - 1].rows().end;
        let part = Part::read(self.columns, self.workforce, rows, &mut worker.extra)?;
        let mut read = 0;
        for run in runs {
            self.add_run(&part, run, &mut worker.sums, &mut worker.report);
            worker.sums.hand_over(
                self.kernel,
                self.workforce,
                run.person,
                &mut worker.collector,
            );
            read += u64::from(run.len);
        }
        Ok(read)
    }

    /// Reads runs of persons who have several.
    fn read_scattered(
        &self,
        runs: &[Run],
        worker: &mut Worker<S, C, R::Room>,
    ) -> Result<u64, ColumnsError> {
        let mut read = 0;
        for of_person in runs.chunk_by(|a, b| a.person == b.person) {
            for run in of_person {
                let room = &mut worker.extra;
                let part = Part::read(self.columns, self.workforce, run.rows(), room)?;
                self.add_run(&part, run, &mut worker.sums, &mut worker.report);
                read += u64::from(run.len);
            }
            let person = of_person[0].person;
            worker
                .sums
                .hand_over(self.kernel, self.workforce, person, &mut worker.collector);
        }
        Ok(read)
    }

    #[inline]
    fn add_run(
        &self,
        part: &Part<'_, K>,
        run: &Run,
        sums: &mut PersonSums<S>,
        report: &mut RowReport,
    ) {
        let span = run.start - part.first()..run.rows().end - part.first();
        for (row, index) in part.rows(span).zip(run.start..) {
            match row {
                Ok(row) => {
                    report.used += 1;
                    sums.add(self.kernel, &row);
                }
                Err(fault) => report.note(index, fault),
            }
        }
    }
}
