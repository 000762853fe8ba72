use std::f64::consts::PI;

use super::Tails;
use super::beta;
use super::special::{log_gap, stirling_error};

/// Probability of exactly `k`, in Loader's saddle-point form.
pub(crate) fn pmf(k: u64, n: u64, p: f64) -> f64 {
    let q = 1.0 - p;
    let size = n as f64;
    if k > n {
        return 0.0;
    }
    if p == 0.0 || p == 1.0 {
        return if k == if p == 0.0 { 0 } else { n } {
            1.0
        } else {
            0.0
        };
    }
    if k == 0 {
        return libm::exp(size * libm::log1p(-p));
    }
    if k == n {
        return libm::exp(size * libm::log(p));
    }
    let (hits, misses) = (k as f64, (n - k) as f64);
    // The distance of the expected from the observed count, per count.
    let excess = size.mul_add(p, -hits);
    let exponent = hits * log_gap(excess / hits, size * p / hits)
        + misses * log_gap(-excess / misses, size * q / misses)
        + stirling_error(hits)
        + stirling_error(misses)
        - stirling_error(size);
    (size / (2.0 * PI * hits * misses)).sqrt() * libm::exp(-exponent)
}

/// Probability of at most `k`.
pub(crate) fn cdf(k: u64, n: u64, p: f64) -> f64 {
    tails(k, n, p).lower
}

/// Probability of more than `k`.
pub(crate) fn sf(k: u64, n: u64, p: f64) -> f64 {
    tails(k, n, p).upper
}

fn tails(k: u64, n: u64, p: f64) -> Tails {
    if k >= n {
        return Tails::END;
    }
    beta::tails(p, k as f64 + 1.0, (n - k) as f64).flipped()
}
