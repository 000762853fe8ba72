//! The noncentral t distribution by the trapezoidal rule over a positive integrand.
//!
//! With `S = chi_df / sqrt df`, the tail is the mean of `Phi(t S - ncp)` over `S`, taken in
//! `u = ln S`. Where `t` is large beside `sqrt df` the integrand turns into a step; then the mean
//! is taken over the normal variable instead, of a tail of the gamma distribution.

use std::f64::consts::{FRAC_2_PI, PI};

use super::ncp_grid::Grid;
use super::special::{exp_gap, stirling_error};
use super::{incomplete_gamma, normal};
use crate::Interval;

/// Noncentrality from which zero is out of reach of a normal variable.
const FAR: f64 = 45.0;

/// Degrees of freedom beyond which more change nothing that a double shows.
const MANY: f64 = 1e20;
/// Degrees of freedom below which fewer change nothing either.
const FEW: f64 = 1e-100;
/// Terms after which a sum ends in any case.
const TERMS: usize = 100_000;

/// Lower tail.
pub(crate) fn cdf(t: f64, df: f64, ncp: f64) -> f64 {
    sf(-t, df, -ncp)
}

/// Upper tail.
pub(crate) fn sf(t: f64, df: f64, ncp: f64) -> f64 {
    if t.is_infinite() {
        return if t > 0.0 { 0.0 } else { 1.0 };
    }
    if t >= ncp {
        return upper(t, df, ncp).0.min(1.0);
    }
    // The lower tail is the smaller one, so the upper tail is its complement.
    let lower = upper(-t, df, -ncp).0;
    if lower < 0.6 {
        1.0 - lower
    } else {
        upper(t, df, ncp).0
    }
}

/// Noncentralities at which `t` cuts off `tail` above and below.
pub(crate) fn ncp_interval(t: f64, df: f64, tail: f64) -> Interval {
    if let Some(interval) = Grid::new(t, df, tail).and_then(|grid| grid.interval(tail)) {
        return interval;
    }
    Interval {
        low: ncp_at(t, df, tail),
        high: -ncp_at(-t, df, tail),
    }
}

/// Noncentrality with `P(T > t) = tail`, by Newton's method on the logarithm of the tail, which is
/// concave.
pub(crate) fn ncp_at(t: f64, df: f64, tail: f64) -> f64 {
    let spread = (1.0 + t * t / (2.0 * df)).sqrt();
    let mut ncp = t + normal::quantile(tail) * spread;
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    for _ in 0..200 {
        let (value, slope) = upper(t, df, ncp);
        if value < tail {
            low = ncp;
        } else {
            high = ncp;
        }
        let newton = libm::log(tail / value) * (value / slope);
        let reach = 8.0 * (spread + (t - ncp).abs());
        // Where the tail underflows or is saturated there is no slope; a long step leaves there.
        let step = if newton.is_finite() {
            newton.clamp(-reach, reach)
        } else {
            reach
        };
        let step = if value < tail {
            step.abs()
        } else {
            -step.abs()
        };
        let next = if ncp + step > low && ncp + step < high {
            ncp + step
        } else {
            f64::midpoint(low, high)
        };
        if (next - ncp).abs() <= 2e-15 * (1.0 + ncp.abs()) || !next.is_finite() {
            break;
        }
        ncp = next;
    }
    ncp
}

/// Upper tail and its derivative by the noncentrality.
fn upper(t: f64, df: f64, ncp: f64) -> (f64, f64) {
    if ncp.abs() > FAR && t * t > 2.0 * df && t.is_sign_positive() == ncp.is_sign_positive() {
        return over_normal(t, df, ncp);
    }
    let df = df.clamp(FEW, MANY);
    let integrand = Integrand { t, df, ncp };
    let (mode, step) = integrand.mode_and_step();
    let right = integrand.walk(mode, step);
    let left = integrand.walk(mode - step, -step);
    let a = df / 2.0;
    let scale = 2.0 * step * (a / (2.0 * PI)).sqrt() * libm::exp(-stirling_error(a));
    (scale * (left.0 + right.0), scale * (left.1 + right.1))
}

/// `Phi(ncp - t e^u)` times the density of `u`, up to a constant.
struct Integrand {
    t: f64,
    df: f64,
    ncp: f64,
}

impl Integrand {
    /// Values from `u` on until nothing is left to add: the integrand and its derivative by `ncp`.
    fn walk(&self, mut u: f64, step: f64) -> (f64, f64) {
        let (mut sum, mut slope) = (0.0, 0.0);
        for _ in 0..TERMS {
            let z = self.ncp - self.t * libm::exp(u);
            let weight = libm::exp(-0.5 * self.df * exp_gap(2.0 * u));
            let term = weight * normal::cdf(z);
            sum += term;
            slope += weight * normal::pdf(z);
            if term <= sum * 1e-17 {
                break;
            }
            if step < 0.0 && u < -45.0 - libm::log1p(self.t.abs()) {
                // Only the geometric decay of the weight is left.
                let rest = 1.0 / libm::expm1(self.df * step.abs());
                return (sum + term * rest, slope + weight * normal::pdf(z) * rest);
            }
            u += step;
        }
        (sum, slope)
    }

    /// Where the integrand is largest, nearly, and a step that resolves it.
    fn mode_and_step(&self) -> (f64, f64) {
        let Self { t, df, ncp } = *self;
        let (mut s, mut bend) = (self.start(), 0.0);
        for _ in 0..60 {
            let (square, ts) = (s * s, t * s);
            let z = ncp - ts;
            let hazard = hazard(z);
            let slope = df * (1.0 - square) - ts * hazard;
            let curvature = df * (1.0 + square) + ts * hazard * (ts * (hazard + z));
            let relative = (slope / curvature).clamp(-0.75, 3.0);
            s = (s + s * relative).max(f64::MIN_POSITIVE);
            bend = curvature;
            if relative.abs() * curvature.sqrt() < 0.1 {
                break;
            }
        }
        let scale = (2.0 * df * s * s + (t * s) * (t * s)).max(bend).sqrt();
        (libm::log(s), (0.6 / scale).min(0.07))
    }

    /// The mode if the normal tail were a normal density, where it nearly is; otherwise one.
    fn start(&self) -> f64 {
        let Self { t, df, ncp } = *self;
        if ncp - t > 0.0 {
            return 1.0;
        }
        let whole = libm::hypot(t, df.sqrt());
        let part = (df.sqrt() / whole).max(f64::MIN_POSITIVE);
        let half = 0.5 * ncp * (t / whole) / whole;
        let far = libm::hypot(half, part);
        if half > 0.0 {
            half + far
        } else {
            part * (part / (far - half))
        }
    }
}

/// `phi(z) / Phi(z)`, nearly.
fn hazard(z: f64) -> f64 {
    if z < -30.0 {
        -z - 1.0 / z
    } else {
        normal::pdf(z) / normal::cdf(z)
    }
}

/// The mean over the normal variable of `P(S < (Z + ncp) / t)`, for `Z + ncp` of the sign of `t`.
fn over_normal(t: f64, df: f64, ncp: f64) -> (f64, f64) {
    const STEP: f64 = 0.4;
    let a = df / 2.0;
    let (mut sum, mut slope) = (0.0, 0.0);
    for i in -100..=100 {
        let z = f64::from(i) * STEP;
        let ratio = (z + ncp) / t;
        let tails = incomplete_gamma::tails(a, a * ratio * ratio);
        let tail = if t > 0.0 { tails.lower } else { tails.upper };
        let weight = libm::exp(-0.5 * z * z);
        sum += weight * tail;
        slope += weight * 2.0 * tails.density / (z + ncp).abs();
    }
    let scale = STEP * (0.25 * FRAC_2_PI).sqrt();
    (scale * sum, scale * slope)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_grid_finds_the_roots_of_the_tails(
            df in 4.0..60.0_f64, share in -0.99..0.99_f64, tail in 0.001..0.2_f64,
        ) {
            let t = share * 2.0 * df.sqrt();
            let grid = Grid::new(t, df, tail).and_then(|grid| grid.interval(tail));
            let grid = grid.expect("a grid of these");
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * (1.0 + b.abs());
            prop_assert!(near(grid.low, ncp_at(t, df, tail)), "{grid:?} at {t} {df} {tail}");
            prop_assert!(near(grid.high, -ncp_at(-t, df, tail)), "{grid:?} at {t} {df} {tail}");
        }
    }
}
