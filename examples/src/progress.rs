use std::ops::ControlFlow;

use bangkom::domain::progress::{Observer, Progress};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A progress bar on standard error, fed by the library; silent where there is no terminal.
#[derive(Debug)]
pub struct Bar {
    bar: ProgressBar,
    phase: &'static str,
}

impl Bar {
    /// A bar that appears with the first progress.
    #[must_use]
    pub fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg:24} {wide_bar} {percent:>3} %") {
            bar.set_style(style);
        }
        Self { bar, phase: "" }
    }
}

impl Default for Bar {
    fn default() -> Self {
        Self::new()
    }
}

impl Observer for Bar {
    fn observe(&mut self, progress: Progress) -> ControlFlow<()> {
        if progress.phase != self.phase {
            self.phase = progress.phase;
            self.bar.set_message(progress.phase);
        }
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
        ControlFlow::Continue(())
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
