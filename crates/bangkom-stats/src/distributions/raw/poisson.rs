use statrs::distribution::{Discrete, DiscreteCDF, Poisson};

/// Probability of exactly `k`.
pub(crate) fn pmf(k: u64, mean: f64) -> f64 {
    Poisson::new(mean).map_or(f64::NAN, |d| d.pmf(k))
}

/// Probability of at most `k`.
pub(crate) fn cdf(k: u64, mean: f64) -> f64 {
    Poisson::new(mean).map_or(f64::NAN, |d| d.cdf(k))
}

/// Probability of more than `k`.
pub(crate) fn sf(k: u64, mean: f64) -> f64 {
    Poisson::new(mean).map_or(f64::NAN, |d| d.sf(k))
}
