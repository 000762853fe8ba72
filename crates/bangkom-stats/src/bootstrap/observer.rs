use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

/// Why the drawing of replicates ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// All replicates were drawn.
    Complete,
    /// The observer ended it.
    Stopped,
}

/// Watches long work and may end it.
///
/// # Examples
///
/// ```
/// use std::ops::ControlFlow;
/// use bangkom_stats::bootstrap::Observer;
///
/// struct AtMost(u64);
///
/// impl Observer for AtMost {
///     fn progress(&mut self, done: u64, _total: u64) -> ControlFlow<()> {
///         if done < self.0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
///     }
/// }
///
/// assert!(AtMost(10).progress(10, 100).is_break());
/// ```
pub trait Observer {
    /// Hears how many of `total` steps are done; `Break` ends the work.
    fn progress(&mut self, done: u64, total: u64) -> ControlFlow<()>;
}

/// Neither watches nor ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Silent;

impl Observer for Silent {
    fn progress(&mut self, _done: u64, _total: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Steps between two calls of the observer.
const REPORT_EVERY: u32 = 256;

/// Takes steps until all are done or the observer ends the work; how many were done, and why no
/// more.
pub(crate) fn observed(
    total: u32,
    observer: &mut dyn Observer,
    mut step: impl FnMut(u64),
) -> (u32, End) {
    for number in 0..total {
        let (done, all) = (u64::from(number), u64::from(total));
        if number % REPORT_EVERY == 0 && observer.progress(done, all).is_break() {
            return (number, End::Stopped);
        }
        step(done);
    }
    (total, End::Complete)
}
