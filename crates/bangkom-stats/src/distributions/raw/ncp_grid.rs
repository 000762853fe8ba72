//! The noncentrality interval where the spread of `S = chi_df / sqrt df` decides the step.
//!
//! Nodes and weights of the mean over `S` do not depend on the noncentrality, so they are computed
//! once and Halley's method takes only normal tails from then on.

use super::normal;
use super::special::exp_gap;
use crate::Interval;

/// Most nodes that are worth their while.
const MOST_NODES: usize = 260;

/// Least tail of which the rule keeps eleven digits.
const LEAST_TAIL: f64 = 1e-3;

/// Normal deviate beyond which a tail of one node no longer counts beside [`LEAST_TAIL`].
const SATURATED: f64 = 9.0;

/// Nodes `t s` and their weights, which sum to one.
pub(super) struct Grid {
    nodes: Vec<(f64, f64)>,
    spread: f64,
    t: f64,
}

impl Grid {
    /// `None` where a step of this kind does not resolve the integrand.
    pub(super) fn new(t: f64, df: f64, tail: f64) -> Option<Self> {
        if !(4.0..=1e9).contains(&df) || t * t > 4.0 * df || tail < LEAST_TAIL {
            return None;
        }
        // Off the real axis the weight grows again, which matters to few degrees of freedom.
        let fine = if df < 12.0 {
            0.35
        } else if df < 25.0 {
            0.5
        } else {
            0.6
        };
        let step = fine / (2.0 * df + t * t).sqrt();
        let mut nodes = Vec::with_capacity(64);
        for direction in [1.0, -1.0] {
            let mut u = if direction > 0.0 { 0.0 } else { -step };
            loop {
                let weight = libm::exp(-0.5 * df * exp_gap(2.0 * u));
                if weight < 1e-19 {
                    break;
                }
                nodes.push((t * libm::exp(u), weight));
                u += direction * step;
            }
            if nodes.len() > MOST_NODES {
                return None;
            }
        }
        let total: f64 = nodes.iter().map(|(_, weight)| weight).sum();
        for (_, weight) in &mut nodes {
            *weight /= total;
        }
        Some(Self {
            nodes,
            spread: (1.0 + t * t / (2.0 * df)).sqrt(),
            t,
        })
    }

    /// Noncentralities at which `t` cuts off `tail` above and below, `None` without convergence.
    pub(super) fn interval(&self, tail: f64) -> Option<Interval> {
        let reach = -normal::quantile(tail) * self.spread;
        let low = self.solve(self.t - reach, tail, 1.0)?;
        let high = self.solve(self.t + reach, tail, -1.0)?;
        Some(Interval { low, high })
    }

    /// Newton's method on the logarithm of the tail above (`side` 1) or below (-1).
    fn solve(&self, mut ncp: f64, tail: f64, side: f64) -> Option<f64> {
        for _ in 0..30 {
            let [value, slope, bend] = self.tail(ncp, side);
            // Halley's step to the root of the logarithm of `value / tail`.
            let (gap, rate) = (libm::log(value / tail), slope / value);
            let curve = bend / value - rate * rate;
            let step = -2.0 * gap * rate / (2.0 * rate * rate - gap * curve);
            if !step.is_finite() {
                return None;
            }
            ncp += side * step;
            // The error is cubed with each step.
            if step.abs() <= 1e-5 * self.spread {
                return Some(ncp);
            }
        }
        None
    }

    /// The tail, and how it and its slope change with `side * ncp`.
    fn tail(&self, ncp: f64, side: f64) -> [f64; 3] {
        let (mut value, mut slope, mut bend) = (0.0, 0.0, 0.0);
        for (ts, weight) in &self.nodes {
            let z = side * (ncp - ts);
            if z.abs() > SATURATED {
                value += if z > 0.0 { *weight } else { 0.0 };
                continue;
            }
            let density = weight * normal::pdf(z);
            value += weight * normal::cdf(z);
            slope += density;
            bend -= z * density;
        }
        [value, slope, bend]
    }
}
