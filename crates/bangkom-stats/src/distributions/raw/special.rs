//! Small functions that keep digits where the textbook form would cancel.

use std::f64::consts::PI;

/// Coefficients of the odd powers of `1 / a` in Stirling's series.
const STIRLING: [f64; 8] = [
    1.0 / 12.0,
    -1.0 / 360.0,
    1.0 / 1260.0,
    -1.0 / 1680.0,
    1.0 / 1188.0,
    -691.0 / 360_360.0,
    1.0 / 156.0,
    -3617.0 / 122_400.0,
];

/// `ln Gamma(a) - (a - 1/2) ln a + a - ln(2 pi) / 2`, the error of Stirling's formula.
pub(super) fn stirling_error(a: f64) -> f64 {
    if a < 10.0 {
        return libm::lgamma(a) - (a - 0.5) * libm::log(a) + a - 0.5 * libm::log(2.0 * PI);
    }
    let square = 1.0 / (a * a);
    STIRLING
        .iter()
        .rev()
        .fold(0.0, |sum, term| sum * square + term)
        / a
}

/// `u - ln(1 + u)`, where `ratio` is `1 + u` with all its digits.
pub(super) fn log_gap(u: f64, ratio: f64) -> f64 {
    if u.abs() > 0.4 {
        return u - libm::log(ratio);
    }
    // ln(1 + u) = 2 artanh(r) with r = u / (2 + u), and u - 2 r = u r.
    let r = u / (2.0 + u);
    let square = r * r;
    let series = (1..=15)
        .rev()
        .fold(0.0, |sum, k| (sum + 1.0 / f64::from(2 * k + 1)) * square);
    r * (u - 2.0 * series)
}

/// `e^s - 1 - s`.
pub(super) fn exp_gap(s: f64) -> f64 {
    if s.abs() > 0.25 {
        return libm::expm1(s) - s;
    }
    let series = (3..=13)
        .rev()
        .fold(1.0, |sum, k| 1.0 + s * sum / f64::from(k));
    0.5 * s * s * series
}

/// `a b - c d` with one rounding, after Kahan.
pub(super) fn cross(a: f64, b: f64, c: f64, d: f64) -> f64 {
    let product = c * d;
    a.mul_add(b, -product) - c.mul_add(d, -product)
}

/// `shape (u - ln(1 + u))` for a mean `shape` and a distance `shape u` from it, where
/// `1 + u = share whole / shape`; it also holds where `u` leaves the range of a double.
pub(super) fn weighted_gap(shape: f64, distance: f64, share: f64, whole: f64) -> f64 {
    let ratio = share * (whole / shape);
    if ratio.is_finite() && ratio > 0.0 {
        return shape * log_gap(distance / shape, ratio);
    }
    distance - shape * (libm::log(share) + libm::log(whole) - libm::log(shape))
}

/// Logarithm of the beta function, without the cancellation of three logarithms of gamma.
pub(super) fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = (a.min(b), a.max(b));
    let errors = stirling_error(small) + (stirling_error(large) - stirling_error(a + b));
    0.5 * libm::log(2.0 * PI / large) + (small - 0.5) * libm::log(small / (a + b))
        - large * libm::log1p(small / large)
        + errors
}
