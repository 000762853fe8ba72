//! Criterion benches of the statistics, on the tasks that the peers are timed on.

use bangkom_benches::evaluation::tasks::TASKS;
use criterion::{Criterion, criterion_group, criterion_main};

fn tasks(c: &mut Criterion) {
    let mut group = c.benchmark_group("statistics");
    group.sample_size(10);
    for task in TASKS {
        let mut run = (task.prepare)();
        group.bench_function(task.name, |bencher| bencher.iter(&mut run));
    }
    group.finish();
}

criterion_group!(benches, tasks);
criterion_main!(benches);
