use super::kernel::Kernel;
use super::person::PersonSums;
use super::watch::Watch;
use super::workforce::Post;
use super::{Collector, Columns, ColumnsError, Key, RowReport, Scored, Workforce};
use crate::exact::Sums;

/// One scoring of columns.
pub(super) struct Engine<'a, K, R, S: Sums, M> {
    pub(super) columns: &'a R,
    pub(super) workforce: &'a Workforce<K>,
    pub(super) kernel: &'a Kernel<'a, S>,
    pub(super) make: &'a M,
    pub(super) watch: &'a Watch<'a>,
}

/// Where one worker sums a person up and hands it over.
pub(super) struct Desk<S, C> {
    pub(super) sums: PersonSums<S>,
    pub(super) collector: C,
    pub(super) report: RowReport,
}

/// What one worker holds.
pub(super) struct Worker<S, C, E> {
    pub(super) desk: Desk<S, C>,
    pub(super) extra: E,
    failed: Option<ColumnsError>,
}

impl<'a, K: Key, R: Columns<K>, S: Sums, C: Collector<K>, M: Fn() -> C + Sync>
    Engine<'a, K, R, S, M>
{
    pub(super) const fn new(
        columns: &'a R,
        workforce: &'a Workforce<K>,
        kernel: &'a Kernel<'a, S>,
        make: &'a M,
        watch: &'a Watch<'a>,
    ) -> Self {
        Self {
            columns,
            workforce,
            kernel,
            make,
            watch,
        }
    }

    pub(super) fn run(&self) -> Result<Scored<C>, ColumnsError> {
        if self.looks_grouped()?
            && let Some(scored) = self.grouped()?
        {
            return Ok(scored);
        }
        self.shuffled()
    }

    /// Does a task, unless an earlier one failed or the observer asked to stop.
    pub(super) fn attempt<E>(
        &self,
        worker: &mut Worker<S, C, E>,
        task: impl FnOnce(&mut Worker<S, C, E>) -> Result<u64, ColumnsError>,
    ) {
        if worker.failed.is_some() || !self.watch.goes_on() {
            return;
        }
        match task(worker) {
            Ok(rows) => self.watch.did(rows),
            Err(error) => worker.failed = Some(error),
        }
    }

    /// Hands the person at the desk over.
    pub(super) fn hand_over(&self, post: &Post<K>, desk: &mut Desk<S, C>) {
        let asked = self.workforce.asks().of(post.profile);
        desk.sums
            .hand_over(self.kernel, post, asked, &mut desk.collector);
    }

    pub(super) fn worker<E>(&self, extra: E) -> Worker<S, C, E> {
        let competencies = self.workforce.asks().competencies();
        Worker {
            desk: Desk {
                sums: PersonSums::new(competencies, self.kernel.width()),
                collector: (self.make)(),
                report: RowReport::default(),
            },
            extra,
            failed: None,
        }
    }

    pub(super) fn finish<E>(
        &self,
        workers: Vec<Worker<S, C, E>>,
        mut report: RowReport,
    ) -> Result<Scored<C>, ColumnsError> {
        if !self.watch.goes_on() {
            return Err(ColumnsError::Stopped);
        }
        let mut collector = None;
        for worker in workers {
            if let Some(error) = worker.failed {
                return Err(error);
            }
            report.merge(worker.desk.report);
            match &mut collector {
                None => collector = Some(worker.desk.collector),
                Some(all) => all.merge(worker.desk.collector),
            }
        }
        report.name_nobody(self.columns, self.workforce.people())?;
        Ok(Scored {
            collector: collector.unwrap_or_else(self.make),
            report,
        })
    }
}
