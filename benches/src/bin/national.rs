//! Counts the learners of a nation in one pass, in parts that are merged.
//!
//! ```text
//! cargo run --release -p bangkom-benches --bin national -- 5000000 50000
//! ```
//!
//! The learners are drawn from a seed as they are counted, none is kept. The line tells the
//! seconds with and without the drawing, and the memory of the whole process at its peak.

#![expect(clippy::print_stdout, reason = "the line is the program's result")]

use std::error::Error;
use std::time::Instant;

use bangkom::evaluation::{CountingRule, NationalRun};
use bangkom::stats::ConfidenceLevel;
use bangkom::stats::gain::Scale;
use bangkom::stats::multiplicity::Adjustment;
use bangkom_testkit::Rng;
use serde_json::json;

/// Into how many parts the learners are divided.
const PARTS: u32 = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let learners: u32 = arguments
        .next()
        .map_or(Ok(5_000_000), |text| text.parse())?;
    let programs: u32 = arguments.next().map_or(Ok(50_000), |text| text.parse())?;
    let level = ConfidenceLevel::default();
    let rule = CountingRule::new(Scale::new(0.0, 100.0)?)
        .mastery(70.0)
        .reliable(0.85, 12.0, level)?;
    let drawing = seconds(|| {
        (0..PARTS)
            .map(|part| drawn(part, learners, programs))
            .sum::<f64>()
    });
    let start = Instant::now();
    let mut whole = NationalRun::new(vec![rule; programs as usize]);
    for part in 0..PARTS {
        let mut own = NationalRun::new(vec![rule; programs as usize]);
        for (program, first, second) in rows(part, learners, programs) {
            own.push(program, first, second)?;
        }
        whole.merge(&own)?;
    }
    let counting = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let figures = whole.figures(level, Adjustment::Holm);
    let figuring = start.elapsed().as_secs_f64();
    let seats: u64 = figures.programs.iter().map(|one| one.seats).sum();
    let sure = figures.programs.iter().filter_map(|one| one.test);
    let sure = sure.filter(|test| test.p_adjusted <= 0.05).count();
    let line = json!({
        "learners": seats,
        "programs": programs,
        "parts": PARTS,
        "draw_seconds": drawing,
        "draw_and_count_seconds": counting,
        "figures_seconds": figuring,
        "sure_after_holm": sure,
        "peak_kib": peak_kib(),
    });
    println!("{line}");
    Ok(())
}

/// The learners of one part; every tenth has no second score.
fn rows(
    part: u32,
    learners: u32,
    programs: u32,
) -> impl Iterator<Item = (u32, Option<f64>, Option<f64>)> {
    let mut rng = Rng::new(u64::from(part), "national");
    (0..learners / PARTS).map(move |_| {
        let program = rng.below(programs);
        let able = 30.0 + 40.0 * rng.unit();
        let gain = 15.0 * rng.unit();
        let second = (!rng.chance(0.1)).then(|| able + gain + 10.0 * rng.unit());
        (program, Some(able + 10.0 * rng.unit()), second)
    })
}

fn drawn(part: u32, learners: u32, programs: u32) -> f64 {
    let scores = rows(part, learners, programs)
        .map(|(_, first, second)| first.unwrap_or_default() + second.unwrap_or_default());
    std::hint::black_box(scores.sum())
}

fn seconds(run: impl FnOnce() -> f64) -> f64 {
    let start = Instant::now();
    std::hint::black_box(run());
    start.elapsed().as_secs_f64()
}

/// The memory of the process at its peak, where the system tells.
fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
