//! Cost of one move of the timetable search, and of one explanation, on 1, 4 and 16 copies of an
//! instance side by side.

#![expect(clippy::expect_used, reason = "the instance is our own")]

use std::time::{Duration, Instant};

use bangkom::domain::progress::Silent;
use bangkom::schedule::check::timetable::suggestions;
use bangkom::schedule::search::Budget;
use bangkom::schedule::timetable::{Problem, SolveOptions, solve};
use bangkom_benches::cbctt::{Instance, problem};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// Moves of each copy for each that is measured, so that construction does not count.
const BATCH: u64 = 2_000;

fn moves(c: &mut Criterion) {
    let mut group = c.benchmark_group("timetable_2000_moves_a_copy");
    group.sample_size(10);
    for copies in [1, 4, 16] {
        // As many moves for each session, so that the searches are equally far.
        group.measurement_time(Duration::from_secs(2 * u64::from(copies)));
        let moves = BATCH * u64::from(copies);
        group.throughput(Throughput::Elements(moves));
        let input = problem(&Instance::invented(1).copies(copies)).expect("the codes are right");
        let problem = Problem::new(input).value;
        let spent = |moves: u64| {
            let began = Instant::now();
            let options = SolveOptions::default().budget(Budget::Moves(moves));
            solve(&problem, &options, &mut Silent);
            began.elapsed()
        };
        group.bench_function(BenchmarkId::from_parameter(copies), |bencher| {
            bencher.iter_custom(|times| {
                // What both have in common: reading, construction, and a first cooling.
                let begun = spent(1_000);
                spent(1_000 + times * moves).saturating_sub(begun)
            });
        });
    }
    group.finish();
}

/// The best places of one session; the copies give more rooms, so that each place is counted.
fn explanations(c: &mut Criterion) {
    let mut group = c.benchmark_group("timetable_suggestions");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(4));
    for copies in [1, 4, 16] {
        let input = problem(&Instance::invented(1).copies(copies)).expect("the codes are right");
        let problem = Problem::new(input).value;
        let options = SolveOptions::default().budget(Budget::Moves(1_000));
        let plan = solve(&problem, &options, &mut Silent).into_plan();
        let session = plan.assignments[0].session.clone();
        let places = suggestions(&problem, &plan, &session, usize::MAX).len();
        group.throughput(Throughput::Elements(places as u64));
        group.bench_function(BenchmarkId::from_parameter(copies), |bencher| {
            bencher.iter(|| suggestions(&problem, &plan, &session, 5));
        });
    }
    group.finish();
}

criterion_group!(benches, moves, explanations);
criterion_main!(benches);
