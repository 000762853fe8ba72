//! The regularised incomplete gamma functions.
//!
//! A positive series below the mean and a continued fraction above it; for a large shape the tail
//! is integrated outwards from the point in the logarithm of the variable, where it is a smooth
//! bell. All carry the same factor `x^a e^-x / Gamma(a)`, whose exponent is formed from the
//! distance to the mean and so keeps its digits at any size of the shape.

use std::f64::consts::PI;

use super::special::{exp_gap, stirling_error, weighted_gap};
use super::{Tails, legendre};

/// Shape from which quadrature needs fewer terms than series and fraction.
const LARGE: f64 = 1000.0;
/// Drop of the logarithm of the integrand after which nothing is left to add.
const DROP: f64 = 42.0;

/// Both tails at `x` of the gamma distribution with shape `a` and scale one.
pub(crate) fn tails(a: f64, x: f64) -> Tails {
    if x <= 0.0 {
        return Tails::START;
    }
    let density = density(a, x);
    if density == 0.0 {
        return if x < a { Tails::START } else { Tails::END };
    }
    if x <= a {
        let lower = if a > LARGE {
            outward(a, x)
        } else {
            series(a, x) / a
        };
        Tails::from_lower(density * lower, density)
    } else if a < 1.0 && x < 1.1 {
        near_zero(a, x, density)
    } else {
        let upper = if a > LARGE {
            outward(a, x)
        } else {
            fraction(a, x)
        };
        Tails::from_lower(density * upper, density).flipped()
    }
}

/// `x^a e^-x / Gamma(a)`, the density with respect to `ln x`.
fn density(a: f64, x: f64) -> f64 {
    let exponent = weighted_gap(a, x - a, x, 1.0) + stirling_error(a);
    (a / (2.0 * PI)).sqrt() * libm::exp(-exponent)
}

/// `1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ...`
fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (1.0, 1.0, a);
    while term > sum * f64::EPSILON / 4.0 {
        n += 1.0;
        term *= x / n;
        sum += term;
    }
    sum
}

/// Legendre's continued fraction of the upper tail over the density, for `x > a`.
fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let (mut c, mut d) = (f64::MAX, 1.0 / b);
    let mut value = d;
    for i in 1..10_000 {
        let i = f64::from(i);
        let numerator = -i * (i - a);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

/// Tail away from the mean over the density, by quadrature in `ln x`.
fn outward(a: f64, x: f64) -> f64 {
    let side = if x <= a { -1.0 } else { 1.0 };
    let slope = (x - a).abs();
    let reach = 1.1 * 2.0 * DROP / (slope + (slope * slope + 2.0 * x * DROP).sqrt());
    legendre::integral(reach, |s| libm::exp(-(slope * s + x * exp_gap(side * s))))
}

/// Both tails for a small shape and a point beyond the mean, where the upper tail may be small.
fn near_zero(a: f64, x: f64, density: f64) -> Tails {
    let exponent = a * libm::log(x) - libm::lgamma(1.0 + a);
    let (mut power, mut sum) = (1.0, 0.0);
    for n in 1..40 {
        let n = f64::from(n);
        power *= -x / n;
        sum += power / (a + n);
    }
    let upper = -libm::expm1(exponent) - libm::exp(exponent) * a * sum;
    Tails::from_lower(upper, density).flipped()
}
