use std::f64::consts::PI;

use super::incomplete_gamma;
use super::special::{log_gap, stirling_error};

/// Probability of exactly `k`, in Loader's saddle-point form.
pub(crate) fn pmf(k: u64, mean: f64) -> f64 {
    if k == 0 {
        return libm::exp(-mean);
    }
    let count = k as f64;
    let exponent = count * log_gap((mean - count) / count, mean / count) + stirling_error(count);
    libm::exp(-exponent) / (2.0 * PI * count).sqrt()
}

/// Probability of at most `k`.
pub(crate) fn cdf(k: u64, mean: f64) -> f64 {
    incomplete_gamma::tails(k as f64 + 1.0, mean).upper
}

/// Probability of more than `k`.
pub(crate) fn sf(k: u64, mean: f64) -> f64 {
    incomplete_gamma::tails(k as f64 + 1.0, mean).lower
}
