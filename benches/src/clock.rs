//! Time of a call, as the CPU spends it.

use std::hint::black_box;
use std::sync::OnceLock;
use std::time::Instant;

/// Samples of which the fastest counts.
const SAMPLES: usize = 11;

/// Seconds that one sample lasts at least.
const LEAST: f64 = 0.05;

/// The fastest time of a call and what the call returned.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// CPU seconds of one call (wall seconds where the system does not tell).
    pub seconds: f64,
    /// Value of the call, to compare with peers.
    pub value: f64,
}

/// Whether the system tells the CPU time of a thread.
///
/// # Examples
///
/// ```
/// let told = bangkom_benches::clock::tells_cpu_time();
/// assert_eq!(told, std::path::Path::new("/proc/thread-self/schedstat").exists());
/// ```
pub fn tells_cpu_time() -> bool {
    cpu_nanoseconds().is_some()
}

/// CPU seconds of this thread since it began (wall seconds of the process where the system does
/// not tell).
///
/// # Examples
///
/// ```
/// let before = bangkom_benches::clock::thread_seconds();
/// assert!(bangkom_benches::clock::thread_seconds() >= before);
/// ```
pub fn thread_seconds() -> f64 {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let wall = || BEGAN.get_or_init(Instant::now).elapsed().as_secs_f64();
    cpu_nanoseconds().map_or_else(wall, |nanoseconds| nanoseconds as f64 * 1e-9)
}

/// CPU seconds of all threads of this process, ended ones too, in steps of a hundredth (wall
/// seconds where the system does not tell).
///
/// # Examples
///
/// ```
/// assert!(bangkom_benches::clock::process_seconds() >= 0.0);
/// ```
pub fn process_seconds() -> f64 {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let wall = || BEGAN.get_or_init(Instant::now).elapsed().as_secs_f64();
    process_ticks().map_or_else(wall, |ticks| ticks as f64 * 1e-2)
}

/// Hundredths of a second in user and system mode; the name before them may hold anything.
fn process_ticks() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = text.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let (user, system) = (fields.next()?, fields.next()?);
    Some(user.parse::<u64>().ok()? + system.parse::<u64>().ok()?)
}

/// Times a call: the mean of as many calls as last 50 ms, the fastest of eleven such samples.
///
/// # Examples
///
/// ```
/// let timing = bangkom_benches::clock::best(|| (0..1000).map(f64::from).sum());
/// assert_eq!(timing.value, 499_500.0);
/// assert!(timing.seconds > 0.0);
/// ```
pub fn best(mut run: impl FnMut() -> f64) -> Timing {
    let start = Reading::now();
    let mut value = black_box(run());
    let once = start.elapsed();
    let calls = (LEAST / once.max(1e-8)).max(1.0) as u32;
    let mut fastest = once;
    for _ in 0..SAMPLES {
        let start = Reading::now();
        for _ in 0..calls {
            value = black_box(run());
        }
        fastest = fastest.min(start.elapsed() / f64::from(calls));
    }
    Timing {
        seconds: fastest,
        value,
    }
}

/// A reading of both clocks.
struct Reading {
    cpu: Option<u64>,
    wall: Instant,
}

impl Reading {
    fn now() -> Self {
        Self {
            cpu: cpu_nanoseconds(),
            wall: Instant::now(),
        }
    }

    fn elapsed(&self) -> f64 {
        let cpu = self.cpu.zip(cpu_nanoseconds());
        let cpu = cpu.map(|(before, after)| (after - before) as f64 * 1e-9);
        // A call below the clock's step shows no CPU time at all.
        cpu.filter(|seconds| *seconds > 0.0)
            .unwrap_or_else(|| self.wall.elapsed().as_secs_f64())
    }
}

/// Nanoseconds that this thread has run.
///
/// The system brings the count up to date when a thread yields, else only every few milliseconds.
fn cpu_nanoseconds() -> Option<u64> {
    std::thread::yield_now();
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}
