use bangkom_domain::progress::{Observer, Progress};

use super::budget::Running;
use super::{Acceptance, Budget, Counts, Landscape, Report, Rng, StopReason};

/// How many moves are tried between two looks at budget, clock and observer.
const BLOCK: u64 = 1 << 14;

/// The total of the progress that an observer is told: thousandths of the budget.
pub(crate) const PARTS: u64 = 1_000;

/// Improves the current solution of a landscape until the budget ends.
///
/// The landscape remembers the best solution; the observer sees thousandths of the budget and
/// may ask to stop.
pub fn search<L: Landscape, A: Acceptance>(
    landscape: &mut L,
    acceptance: &mut A,
    budget: Budget<'_>,
    rng: &mut Rng,
    observer: &mut impl Observer,
) -> Report {
    let running = Running::new(budget);
    let mut walk = Walk {
        energy: landscape.energy(),
        best: landscape.best(),
        counts: Counts::default(),
    };
    let floor = landscape.floor();
    let stop = loop {
        let progress = running.progress(walk.counts.draws());
        let seen = observer.observe(Progress {
            phase: "schedule.search",
            done: (progress * PARTS as f64) as u64,
            total: PARTS,
        });
        if seen.is_break() {
            break StopReason::Observer;
        }
        if walk.best <= floor {
            break StopReason::Perfect;
        }
        let moves = running.block(walk.counts.draws(), BLOCK);
        if progress >= 1.0 || moves == 0 {
            break if running.is_clock() {
                StopReason::Clock
            } else {
                StopReason::Moves
            };
        }
        let tolerance = acceptance.begin(progress, walk.energy);
        landscape.focus(tolerance);
        walk.block(landscape, acceptance, moves, rng);
    };
    Report {
        best: walk.best,
        counts: walk.counts,
        stop,
    }
}

/// Where a search stands.
struct Walk {
    energy: i64,
    best: i64,
    counts: Counts,
}

impl Walk {
    fn block<L: Landscape, A: Acceptance>(
        &mut self,
        landscape: &mut L,
        acceptance: &mut A,
        moves: u64,
        rng: &mut Rng,
    ) {
        let mut counts = Counts::default();
        for _ in 0..moves {
            let Some(step) = landscape.propose(rng) else {
                counts.idle += 1;
                continue;
            };
            let Some(delta) = landscape.delta(step) else {
                counts.refused += 1;
                continue;
            };
            counts.evaluated += 1;
            if acceptance.takes(delta, self.energy, rng.bits()) {
                counts.taken += 1;
                landscape.apply(step, delta);
                self.energy += delta;
                if self.energy < self.best {
                    self.best = self.energy;
                    landscape.remember();
                }
            }
        }
        self.counts += counts;
    }
}
