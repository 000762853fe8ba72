use statrs::distribution::{ContinuousCDF, Gamma};

use super::root;

/// Lower tail.
pub(crate) fn cdf(x: f64, shape: f64, scale: f64) -> f64 {
    Gamma::new(shape, 1.0 / scale).map_or(f64::NAN, |d| d.cdf(x))
}

/// Upper tail.
pub(crate) fn sf(x: f64, shape: f64, scale: f64) -> f64 {
    Gamma::new(shape, 1.0 / scale).map_or(f64::NAN, |d| d.sf(x))
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, shape: f64, scale: f64) -> f64 {
    libm::exp(root::bisect(-700.0, 700.0, |e| {
        cdf(libm::exp(e), shape, scale) - p
    }))
}

/// Value above which a share `p` lies.
pub(crate) fn upper_quantile(p: f64, shape: f64, scale: f64) -> f64 {
    libm::exp(root::bisect(-700.0, 700.0, |e| {
        p - sf(libm::exp(e), shape, scale)
    }))
}
