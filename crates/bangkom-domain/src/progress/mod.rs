//! How long work reports its progress and is asked to stop.

use std::ops::ControlFlow;

/// How far a piece of work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done, as a stable code such as `"schedule.construct"`.
    pub phase: &'static str,
    /// How many steps are done.
    pub done: u64,
    /// How many steps there are.
    pub total: u64,
}

/// Watches long work and may ask it to stop.
///
/// Every `FnMut(Progress) -> ControlFlow<()>` is an observer; [`Silent`] watches nothing.
///
/// ```
/// use std::ops::ControlFlow;
///
/// use bangkom_domain::progress::{Observer, Progress};
///
/// let mut seen = Vec::new();
/// let mut observer = |progress: Progress| {
///     seen.push(progress.done);
///     if progress.done == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
/// };
/// let step = |done| Progress { phase: "example", done, total: 3 };
/// assert!(observer.observe(step(1)).is_continue());
/// assert!(observer.observe(step(2)).is_break());
/// assert_eq!(seen, [1, 2]);
/// ```
pub trait Observer {
    /// Sees the progress; `Break` asks the work to stop as soon as it can.
    fn observe(&mut self, progress: Progress) -> ControlFlow<()>;
}

impl<F: FnMut(Progress) -> ControlFlow<()>> Observer for F {
    fn observe(&mut self, progress: Progress) -> ControlFlow<()> {
        self(progress)
    }
}

/// An observer that watches nothing and never asks to stop.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Observer for Silent {
    fn observe(&mut self, _: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}
