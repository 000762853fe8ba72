//! The studentized range by two nested trapezoidal rules over positive integrands.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use super::special::{exp_gap, stirling_error};
use super::{Tails, normal};

/// Share of a sum below which further terms are left out.
const NEGLIGIBLE: f64 = 1e-14;
/// Degrees of freedom beyond which more change nothing that a double shows.
const MANY: f64 = 1e16;
/// Terms after which a sum ends in any case.
const TERMS: usize = 10_000;

/// Lower tail for `k` groups.
pub(crate) fn cdf(q: f64, k: usize, df: f64) -> f64 {
    tails(q, k, df).lower
}

/// Upper tail for `k` groups.
pub(crate) fn sf(q: f64, k: usize, df: f64) -> f64 {
    tails(q, k, df).upper
}

fn tails(q: f64, k: usize, df: f64) -> Tails {
    if q <= 0.0 {
        return Tails::START;
    }
    if q.is_infinite() {
        return Tails::END;
    }
    let groups = k as f64;
    let upper = mean_over_scale(q, df, |w| range_upper(w, groups));
    if upper < 0.5 {
        return Tails::from_lower(upper, 0.0).flipped();
    }
    Tails::from_lower(mean_over_scale(q, df, |w| range_lower(w, groups)), 0.0)
}

/// Mean of `f(q S)` where `S = chi_df / sqrt df`.
fn mean_over_scale(q: f64, df: f64, f: impl Fn(f64) -> f64) -> f64 {
    if df.is_infinite() {
        return f(q);
    }
    let df = df.min(MANY);
    let start = df.sqrt() / libm::hypot(df.sqrt(), FRAC_1_SQRT_2 * q);
    let scale = libm::hypot(start * (2.0 * df).sqrt(), start * FRAC_1_SQRT_2 * q);
    let step = (0.6 / scale).min(0.1);
    let walk = |mut u: f64, step: f64| {
        let mut sum = 0.0;
        for _ in 0..TERMS {
            let term = libm::exp(-0.5 * df * exp_gap(2.0 * u)) * f(q * libm::exp(u));
            sum += term;
            if term <= sum * NEGLIGIBLE {
                break;
            }
            u += step;
        }
        sum
    };
    let from = libm::log(start);
    let total = walk(from, step) + walk(from - step, -step);
    total * 2.0 * step * (df / (4.0 * PI)).sqrt() * libm::exp(-stirling_error(df / 2.0))
}

/// Probability that the range of `k` normal variables is above `w`.
fn range_upper(w: f64, k: f64) -> f64 {
    let others = k - 1.0;
    trapezoid(0.5 * w - 7.0, 0.5 * w + 8.5, k, |z| {
        let below = normal::cdf(z);
        let gone = normal::cdf(z - w);
        let log_kept = others * libm::log1p(-(gone / below));
        libm::pow(below, others) * -libm::expm1(log_kept)
    })
}

/// Probability that the range of `k` normal variables is at most `w`.
fn range_lower(w: f64, k: f64) -> f64 {
    trapezoid(-8.5, 9.0, k, |z| libm::pow(between(z, w), k - 1.0))
}

/// `k` times the integral of `phi(z) f(z)`.
fn trapezoid(low: f64, high: f64, k: f64, f: impl Fn(f64) -> f64) -> f64 {
    let points = libm::ceil((high - low) / (0.7 / k.sqrt()).min(0.25));
    let step = (high - low) / points;
    let sum: f64 = (0..=points as usize)
        .map(|i| low + i as f64 * step)
        .map(|z| normal::pdf(z) * f(z))
        .sum();
    k * step * sum
}

/// `Phi(z) - Phi(z - w)`, from the side where nothing cancels.
fn between(z: f64, w: f64) -> f64 {
    if w < 1e-3 {
        let middle = z - 0.5 * w;
        return w * normal::pdf(middle) * (1.0 + w * w * (middle * middle - 1.0) / 24.0);
    }
    if z < 0.5 * w {
        normal::cdf(z) - normal::cdf(z - w)
    } else {
        normal::sf(z - w) - normal::sf(z)
    }
}
