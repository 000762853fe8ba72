use std::thread;

/// How many independent walks a search makes, and on how many threads.
///
/// The result depends on the walkers and never on the threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walkers {
    /// How many walks share the budget, at least one.
    pub walkers: u32,
    /// How many threads work, at least one; more than walkers are of no use.
    pub threads: u32,
}

/// The results of all walkers, in the order of the walkers.
///
/// Each thread takes every `threads`-th walker, so that nothing depends on who is fastest.
///
/// ```
/// use bangkom_schedule::search::{Walkers, each_walker};
///
/// let squares = |threads| each_walker(Walkers { walkers: 5, threads }, |walker| walker * walker);
/// assert_eq!(squares(1), [0, 1, 4, 9, 16]);
/// assert_eq!(squares(1), squares(3));
/// ```
pub fn each_walker<T: Send>(how: Walkers, work: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let walkers = how.walkers.max(1);
    let threads = how.threads.clamp(1, walkers);
    if threads == 1 {
        return (0..walkers).map(work).collect();
    }
    let of_thread = |thread: u32| {
        let walkers = (thread..walkers).step_by(threads as usize);
        walkers
            .map(|walker| (walker, work(walker)))
            .collect::<Vec<_>>()
    };
    let mut results: Vec<(u32, T)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|thread| scope.spawn(move || of_thread(thread)))
            .collect();
        let mut results = of_thread(0);
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_by_key(|(walker, _)| *walker);
    results.into_iter().map(|(_, result)| result).collect()
}
