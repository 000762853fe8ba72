/// Does tasks 0 to `tasks`, each worker taking the next one, and gives what every worker made.
///
/// Which worker does which task is left to chance; `make` and `work` must not depend on it.
#[cfg(feature = "parallel")]
pub(super) fn share_out<W: Send>(
    tasks: usize,
    make: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, usize) + Sync,
) -> Vec<W> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    let next = AtomicUsize::new(0);
    rayon::broadcast(|_| {
        let mut worker = make();
        loop {
            let task = next.fetch_add(1, Ordering::Relaxed);
            if task >= tasks {
                return worker;
            }
            work(&mut worker, task);
        }
    })
}

/// Does tasks 0 to `tasks` one after the other.
#[cfg(not(feature = "parallel"))]
pub(super) fn share_out<W: Send>(
    tasks: usize,
    make: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, usize) + Sync,
) -> Vec<W> {
    let mut worker = make();
    (0..tasks).for_each(|task| work(&mut worker, task));
    vec![worker]
}

/// What each of the tasks 0 to `tasks` gives, in their order; each thread has a room of its own.
pub(super) fn in_order<R: Default, T: Send>(
    tasks: usize,
    work: impl Fn(&mut R, usize) -> T + Sync + Send,
) -> Vec<T> {
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;

        (0..tasks)
            .into_par_iter()
            .map_init(R::default, work)
            .collect()
    }
    #[cfg(not(feature = "parallel"))]
    {
        let mut room = R::default();
        (0..tasks).map(|task| work(&mut room, task)).collect()
    }
}
