use std::ops::ControlFlow;

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
