//! Several walkers are watched and stopped together, and threads change nothing.

use std::ops::ControlFlow;

use bangkom_domain::json::write;
use bangkom_domain::progress::{Progress, Silent};
use bangkom_schedule::search::{Budget, StopReason};
use bangkom_schedule::timetable::{Problem, SolveOptions, solve};

use super::town;

/// The town with a wish that no plan can fulfil, so that no search ends early.
fn problem() -> Problem {
    let mut input = town::input();
    input.batches[0].min_days = 4;
    Problem::new(input).value
}

fn options(walkers: u32, threads: u32) -> SolveOptions<'static> {
    let options = SolveOptions::default().walkers(walkers).threads(threads);
    options.budget(Budget::Moves(200_000))
}

#[test]
fn the_progress_of_all_walkers_is_seen_up_to_its_end() {
    for threads in [1, 2, 3] {
        let mut seen = Vec::new();
        let mut observer = |progress: Progress| {
            seen.push(progress);
            ControlFlow::Continue(())
        };
        let solution = solve(&problem(), &options(3, threads), &mut observer);
        assert_eq!(solution.stop(), StopReason::Moves);
        assert!(seen.is_sorted_by_key(|progress| progress.done));
        let last = seen.last().unwrap();
        assert_eq!((last.done, last.total), (3_000, 3_000));
    }
}

#[test]
fn one_word_of_the_observer_stops_all_walkers() {
    for (walkers, threads) in [(1, 1), (1, 2), (3, 1), (3, 2)] {
        let mut asked = 0;
        let mut observer = |_: Progress| {
            asked += 1;
            ControlFlow::Break(())
        };
        let options = options(walkers, threads).budget(Budget::Moves(50_000_000));
        let solution = solve(&problem(), &options, &mut observer);
        assert_eq!(solution.stop(), StopReason::Observer);
        assert_eq!(asked, 1);
        assert!(solution.counts().draws() < 50_000_000);
    }
}

#[test]
fn an_observer_who_only_watches_changes_nothing() {
    let silent = solve(&problem(), &options(3, 1), &mut Silent);
    let mut watching = |_: Progress| ControlFlow::Continue(());
    for threads in [1, 2] {
        let watched = solve(&problem(), &options(3, threads), &mut watching);
        assert_eq!(write(&silent).unwrap(), write(&watched).unwrap());
    }
}
