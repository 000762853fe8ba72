use statrs::distribution::{Binomial, Discrete, DiscreteCDF};

/// Probability of exactly `k`.
pub(crate) fn pmf(k: u64, n: u64, p: f64) -> f64 {
    Binomial::new(p, n).map_or(f64::NAN, |d| d.pmf(k))
}

/// Probability of at most `k`.
pub(crate) fn cdf(k: u64, n: u64, p: f64) -> f64 {
    Binomial::new(p, n).map_or(f64::NAN, |d| d.cdf(k))
}

/// Probability of more than `k`.
pub(crate) fn sf(k: u64, n: u64, p: f64) -> f64 {
    Binomial::new(p, n).map_or(f64::NAN, |d| d.sf(k))
}
