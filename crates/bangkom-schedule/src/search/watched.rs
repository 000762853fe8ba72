use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use bangkom_domain::progress::{Observer, Progress};

use super::{Walkers, each_walker};

/// How one of several walkers tells of its progress and learns that it should stop.
pub struct Relay<'a>(Way<'a>);

/// To whom a walker tells.
enum Way<'a> {
    /// The caller's observer, on its own thread.
    Direct {
        observer: &'a mut dyn FnMut(u32, Progress) -> ControlFlow<()>,
        walker: u32,
    },
    /// The thread that has the observer.
    Sent {
        sender: Sender<(u32, Progress)>,
        walker: u32,
        stop: &'a AtomicBool,
    },
}

impl std::fmt::Debug for Relay<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Relay").finish_non_exhaustive()
    }
}

impl Observer for Relay<'_> {
    fn observe(&mut self, progress: Progress) -> ControlFlow<()> {
        match &mut self.0 {
            Way::Direct { observer, walker } => observer(*walker, progress),
            Way::Sent {
                sender,
                walker,
                stop,
            } => {
                // Nobody listens any more once the caller was asked and wants no more.
                let _ = sender.send((*walker, progress));
                if stop.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            }
        }
    }
}

/// The results of all walkers, in the order of the walkers, while an observer watches.
///
/// The observer is called on the caller's thread only and sees the progress of all walkers
/// together; when it asks to stop, every walker is told at its next look. The results depend on
/// the walkers and never on the threads, unless the observer stops them.
///
/// ```
/// use std::ops::ControlFlow;
///
/// use bangkom_domain::progress::{Observer, Progress};
/// use bangkom_schedule::search::{Walkers, watched_walkers};
///
/// let mut seen = Vec::new();
/// let mut observer = |progress: Progress| {
///     seen.push((progress.done, progress.total));
///     ControlFlow::Continue(())
/// };
/// let how = Walkers { walkers: 2, threads: 1 };
/// let results = watched_walkers(how, &mut observer, |walker, relay| {
///     let progress = Progress { phase: "example", done: 10, total: 10 };
///     assert!(relay.observe(progress).is_continue());
///     walker
/// });
/// assert_eq!((results, seen), (vec![0, 1], vec![(10, 20), (20, 20)]));
/// ```
pub fn watched_walkers<T: Send>(
    how: Walkers,
    observer: &mut impl Observer,
    work: impl Fn(u32, &mut Relay<'_>) -> T + Sync,
) -> Vec<T> {
    let walkers = how.walkers.max(1);
    let mut watch = Watch::new(walkers);
    if how.threads.clamp(1, walkers) == 1 {
        let mut all = |walker, progress| watch.see(walker, progress, observer);
        let one = |walker| {
            let relay = &mut Relay(Way::Direct {
                observer: &mut all,
                walker,
            });
            work(walker, relay)
        };
        return (0..walkers).map(one).collect();
    }
    let stop = AtomicBool::new(false);
    let (sender, receiver) = channel();
    thread::scope(|scope| {
        let (work, stop) = (&work, &stop);
        let working = scope.spawn(move || {
            each_walker(how, |walker| {
                let relay = &mut Relay(Way::Sent {
                    sender: sender.clone(),
                    walker,
                    stop,
                });
                work(walker, relay)
            })
        });
        watch.until_done(&receiver, stop, observer);
        match working.join() {
            Ok(results) => results,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// The progress of all walkers together.
struct Watch {
    done: Vec<u64>,
    stopped: bool,
}

impl Watch {
    fn new(walkers: u32) -> Self {
        Self {
            done: vec![0; walkers as usize],
            stopped: false,
        }
    }

    fn see(
        &mut self,
        walker: u32,
        progress: Progress,
        observer: &mut impl Observer,
    ) -> ControlFlow<()> {
        let done = &mut self.done[walker as usize];
        *done = progress.done.max(*done);
        if !self.stopped {
            let all = Progress {
                done: self.done.iter().sum(),
                total: progress.total * self.done.len() as u64,
                ..progress
            };
            self.stopped = observer.observe(all).is_break();
        }
        if self.stopped {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Listens until all walkers have ended.
    fn until_done(
        &mut self,
        receiver: &Receiver<(u32, Progress)>,
        stop: &AtomicBool,
        observer: &mut impl Observer,
    ) {
        while let Ok((walker, progress)) = receiver.recv() {
            if self.see(walker, progress, observer).is_break() {
                stop.store(true, Ordering::Relaxed);
            }
        }
    }
}
