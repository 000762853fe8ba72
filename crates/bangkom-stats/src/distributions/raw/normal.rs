use std::f64::consts::{FRAC_1_SQRT_2, PI};

use statrs::distribution::{ContinuousCDF, Normal};

/// What the double nearest to `sqrt(1/2)` leaves out.
const FRAC_1_SQRT_2_REST: f64 = -4.833_646_656_726_457e-17;

/// Density at `z`.
pub(crate) fn pdf(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt()
}

/// Lower tail.
pub(crate) fn cdf(z: f64) -> f64 {
    sf(-z)
}

/// Upper tail.
///
/// Far out the relative error of `z / sqrt 2` grows by `z^2`, so what its rounding leaves is
/// brought back through the slope of the logarithm, known well enough from two bounds.
pub(crate) fn sf(z: f64) -> f64 {
    let x = z * FRAC_1_SQRT_2;
    let half = 0.5 * libm::erfc(x);
    if !(1.0..40.0).contains(&x) {
        return half;
    }
    let rest = z.mul_add(FRAC_1_SQRT_2, -x) + z * FRAC_1_SQRT_2_REST;
    let square = x * x;
    let slope = x + 0.5 * ((square + 4.0 / PI).sqrt() + (square + 2.0).sqrt());
    half * (1.0 - slope * rest)
}

/// Logarithm of the upper tail, by the asymptotic series where the tail is tiny.
pub(crate) fn ln_sf(z: f64) -> f64 {
    if z < -1.0 {
        return libm::log1p(-cdf(z));
    }
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
        return f64::INFINITY;
    }
    let near = Normal::standard().inverse_cdf(p);
    if p < 0.4 {
        near + polish(p, -near)
    } else if p > 0.6 {
        near - polish(1.0 - p, near)
    } else {
        near
    }
}

/// Newton step towards the point with upper tail `p`, which brings back the last digits.
fn polish(p: f64, z: f64) -> f64 {
    let tail = sf(z);
    (p - tail) / pdf(z)
}
