use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use bangkom_domain::progress::{Observer, Progress};

/// Lets an observer watch from any worker.
pub(super) struct Watch<'a> {
    observer: Mutex<(&'a mut (dyn Observer + Send), bool)>,
    done: AtomicU64,
    total: u64,
}

impl<'a> Watch<'a> {
    pub(super) const fn new(observer: &'a mut (dyn Observer + Send), total: u64) -> Self {
        Self {
            observer: Mutex::new((observer, true)),
            done: AtomicU64::new(0),
            total,
        }
    }

    /// Tells the observer how far the work is, unless another worker is doing so.
    pub(super) fn did(&self, rows: u64) {
        self.done.fetch_add(rows, Ordering::Relaxed);
        let Ok(mut watcher) = self.observer.try_lock() else {
            return;
        };
        let progress = Progress {
            phase: "needs.columns",
            done: self.done.load(Ordering::Relaxed),
            total: self.total,
        };
        if watcher.0.observe(progress) == ControlFlow::Break(()) {
            watcher.1 = false;
        }
    }

    /// Begins anew: what was done did not help.
    pub(super) fn restart(&self) {
        self.done.store(0, Ordering::Relaxed);
    }

    pub(super) fn goes_on(&self) -> bool {
        self.observer.lock().is_ok_and(|watcher| watcher.1)
    }
}
