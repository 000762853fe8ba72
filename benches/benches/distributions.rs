//! Criterion benches of distribution functions and quantiles.

use std::hint::black_box;

use bangkom_stats::distributions::{
    beta, chi_squared, fisher_f, noncentral_t, normal, student_t, studentized_range,
};
use bangkom_stats::{ConfidenceLevel, StatsError};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Points at which one pass of a bench asks.
const POINTS: usize = 100;

/// A function of a point, with its parameters set.
type Function = fn(f64) -> Result<f64, StatsError>;

const TAILS: [(&str, Function); 9] = [
    ("normal", normal::sf),
    ("student_t_39", |x| student_t::sf(x, 39.0)),
    ("student_t_1e6", |x| student_t::sf(x, 1e6)),
    ("chi_squared_10", |x| chi_squared::sf(4.0 * x, 10.0)),
    ("chi_squared_1e6", |x| chi_squared::sf(1e6 + 700.0 * x, 1e6)),
    ("fisher_f_3_40", |x| fisher_f::sf(x, 3.0, 40.0)),
    ("beta_20_30", |x| beta::sf(x / 6.0, 20.0, 30.0)),
    ("noncentral_t_39", |x| noncentral_t::sf(x, 39.0, 2.0)),
    ("studentized_range_4_20", |x| {
        studentized_range::sf(x, 4, 20.0)
    }),
];

const QUANTILES: [(&str, Function); 6] = [
    ("normal", normal::quantile),
    ("student_t_39", |p| student_t::quantile(p, 39.0)),
    ("student_t_1e8", |p| student_t::quantile(p, 1e8)),
    ("chi_squared_10", |p| chi_squared::quantile(p, 10.0)),
    ("fisher_f_3_40", |p| fisher_f::quantile(p, 3.0, 40.0)),
    ("beta_20_30", |p| beta::quantile(p, 20.0, 30.0)),
];

fn bench(c: &mut Criterion, group: &str, functions: &[(&str, Function)], points: &[f64]) {
    let mut group = c.benchmark_group(group);
    group.throughput(Throughput::Elements(points.len() as u64));
    for (name, function) in functions {
        group.bench_function(*name, |bencher| {
            bencher.iter(|| {
                points
                    .iter()
                    .map(|x| function(black_box(*x)).unwrap_or(0.0))
                    .sum::<f64>()
            });
        });
    }
    group.finish();
}

fn tails(c: &mut Criterion) {
    let points: Vec<f64> = (0..POINTS).map(|i| 0.01 + 0.055 * i as f64).collect();
    bench(c, "tail", &TAILS, &points);
}

fn quantiles(c: &mut Criterion) {
    let points: Vec<f64> = (0..POINTS)
        .map(|i| (i as f64 + 0.5) / POINTS as f64)
        .collect();
    bench(c, "quantile", &QUANTILES, &points);
}

fn noncentrality_interval(c: &mut Criterion) {
    c.bench_function("noncentrality_interval/39", |bencher| {
        let level = ConfidenceLevel::default();
        bencher.iter(|| noncentral_t::ncp_interval(black_box(3.0), 39.0, level));
    });
}

criterion_group!(benches, tails, quantiles, noncentrality_interval);
criterion_main!(benches);
