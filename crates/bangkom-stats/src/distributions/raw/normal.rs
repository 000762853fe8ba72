use std::f64::consts::{FRAC_1_SQRT_2, PI};

use statrs::distribution::{ContinuousCDF, Normal};

/// Density at `z`.
pub(crate) fn pdf(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt()
}

/// Lower tail.
pub(crate) fn cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// Upper tail.
pub(crate) fn sf(z: f64) -> f64 {
    cdf(-z)
}

/// Logarithm of the upper tail, by the asymptotic series where the tail is tiny.
pub(crate) fn ln_sf(z: f64) -> f64 {
    if z < 20.0 {
        return libm::log(sf(z));
    }
    let r = 1.0 / (z * z);
    let series = (0..8)
        .rev()
        .fold(1.0, |sum, k| 1.0 - f64::from(2 * k + 1) * r * sum);
    -0.5 * z * z - libm::log(z) - 0.5 * libm::log(2.0 * PI) + libm::log(series)
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64) -> f64 {
    if p == 0.0 {
        return f64::NEG_INFINITY;
    }
    if p == 1.0 {
        f64::INFINITY
    } else {
        Normal::standard().inverse_cdf(p)
    }
}
