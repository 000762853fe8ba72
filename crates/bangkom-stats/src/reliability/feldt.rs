use crate::distributions::raw::fisher_f;
use crate::{ConfidenceLevel, Interval};

/// Feldt's (1965) interval of an alpha coefficient of `n` persons and `k` items.
pub(super) fn interval(alpha: f64, n: usize, k: usize, level: ConfidenceLevel) -> Interval {
    let (n, k) = (n as f64, k as f64);
    let [d1, d2] = [n - 1.0, (n - 1.0) * (k - 1.0)];
    let end = |quantile: f64| 1.0 - (1.0 - alpha) * quantile;
    Interval {
        low: end(fisher_f::upper_quantile(level.tail(), d1, d2)),
        high: end(fisher_f::quantile(level.tail(), d1, d2)),
    }
}

/// Standard error of measurement of a total score: how far it strays from the true score.
pub(super) fn error_of_measurement(sd_total: f64, reliability: f64) -> f64 {
    sd_total * (1.0 - reliability).max(0.0).sqrt()
}
