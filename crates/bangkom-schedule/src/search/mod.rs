//! One loop of local search for every problem: proposals, exact differences, acceptance.
//!
//! The loop knows nothing of timetables. It asks a [`Landscape`] for a move and for its exact
//! difference, an [`Acceptance`] whether to take it, and a [`Budget`] how long to go on. It is
//! compiled for each pair of landscape and acceptance; nothing is called through a pointer in
//! it but the caller's clock and observer, once a block of moves.
//!
//! ```
//! use bangkom_domain::progress::Silent;
//! use bangkom_schedule::search::{Acceptance, Annealing, Budget, Landscape, Rng, StopReason, search};
//!
//! /// Numbers on a ring: the energy of a place is its distance from seven.
//! struct Ring { at: i64, best: i64 }
//! impl Landscape for Ring {
//!     type Move = i64;
//!     fn propose(&mut self, rng: &mut Rng) -> Option<i64> {
//!         Some(if rng.bits() & 1 == 0 { 1 } else { -1 })
//!     }
//!     fn delta(&mut self, step: i64) -> Option<i64> {
//!         Some((self.at + step - 7).abs() - (self.at - 7).abs())
//!     }
//!     fn apply(&mut self, step: i64, _delta: i64) { self.at += step; }
//!     fn energy(&self) -> i64 { (self.at - 7).abs() }
//!     fn remember(&mut self) { self.best = self.at; }
//! }
//!
//! let mut ring = Ring { at: 50, best: 50 };
//! let mut annealing = Annealing::between(2.0, 0.1);
//! let mut rng = Rng::new(1);
//! let report = search(&mut ring, &mut annealing, Budget::Moves(100_000), &mut rng, &mut Silent);
//! assert_eq!((ring.best, report.best, report.stop), (7, 0, StopReason::Perfect));
//! ```

mod acceptance;
mod annealing;
mod best;
mod budget;
mod landscape;
mod late;
mod report;
mod rng;
mod run;
mod steps;
mod walkers;
mod watched;

pub use acceptance::Acceptance;
pub use annealing::Annealing;
pub use best::BestSoFar;
pub use budget::Budget;
pub use landscape::Landscape;
pub use late::LateAcceptance;
pub use report::{Counts, Report, StopReason};
pub use rng::Rng;
pub(crate) use run::PARTS;
pub use run::search;
pub use steps::StepCounting;
pub use walkers::{Walkers, each_walker};
pub use watched::{Relay, watched_walkers};
