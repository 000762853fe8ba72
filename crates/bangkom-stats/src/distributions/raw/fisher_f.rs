use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::root;

/// Lower tail.
pub(crate) fn cdf(x: f64, d1: f64, d2: f64) -> f64 {
    FisherSnedecor::new(d1, d2).map_or(f64::NAN, |d| d.cdf(x))
}

/// Upper tail.
pub(crate) fn sf(x: f64, d1: f64, d2: f64) -> f64 {
    FisherSnedecor::new(d1, d2).map_or(f64::NAN, |d| d.sf(x))
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, d1: f64, d2: f64) -> f64 {
    libm::exp(root::bisect(-700.0, 700.0, |e| {
        cdf(libm::exp(e), d1, d2) - p
    }))
}

/// Value above which a share `p` lies.
pub(crate) fn upper_quantile(p: f64, d1: f64, d2: f64) -> f64 {
    libm::exp(root::bisect(-700.0, 700.0, |e| {
        p - sf(libm::exp(e), d1, d2)
    }))
}
