//! Random numbers for simulations.

use bangkom_stats::bootstrap::Stream;
use bangkom_stats::distributions::normal;

/// Uniform numbers strictly between 0 and 1.
pub(crate) fn uniform(stream: &mut Stream) -> f64 {
    (stream.next_u64() >> 11) as f64 / (1_u64 << 53) as f64 + 1e-17
}

/// Standard normal numbers.
pub(crate) fn normals(seed: u64, replicate: u64, n: usize) -> Vec<f64> {
    let mut stream = Stream::new(seed, replicate);
    let one = |_| normal::quantile(uniform(&mut stream)).expect("a probability");
    (0..n).map(one).collect()
}

/// Whether two numbers agree to a relative tolerance, or absolutely near zero.
pub(crate) fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * (1e-300 + a.abs().max(b.abs())) || (a - b).abs() < 1e-290
}
