//! The noncentrality interval where the spread of `S = chi_df / sqrt df` decides the step.
//!
//! Nodes and weights of the mean over `S` do not depend on the noncentrality, so they are computed
//! once and Newton's method takes only normal tails from then on.

use super::normal;
use super::special::exp_gap;
use crate::Interval;

/// Most nodes that are worth their while.
const MOST_NODES: usize = 160;

/// Nodes `t s` and their weights, which sum to one.
pub(super) struct Grid {
    nodes: Vec<(f64, f64)>,
    spread: f64,
    t: f64,
}

impl Grid {
    /// `None` where a step of this kind does not resolve the integrand.
    pub(super) fn new(t: f64, df: f64) -> Option<Self> {
        if !(12.0..=1e9).contains(&df) || t * t > 4.0 * df {
            return None;
        }
        // Off the real axis the weight grows again, which bounds the step for few degrees of freedom.
        let step = (0.4 / (2.0 * df + t * t).sqrt()).min(0.05);
        let mut nodes = Vec::with_capacity(64);
        for direction in [1.0, -1.0] {
            let mut u = if direction > 0.0 { 0.0 } else { -step };
            loop {
                let weight = libm::exp(-0.5 * df * exp_gap(2.0 * u));
                if weight < 1e-22 {
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
            let (value, slope) = self.tail(ncp, side);
            let step = side * libm::log(tail / value) * (value / slope);
            if !step.is_finite() {
                return None;
            }
            ncp += step;
            // The error squares with each step.
            if step.abs() <= 1e-9 * self.spread {
                return Some(ncp);
            }
        }
        None
    }

    /// The tail and the size of its slope by the noncentrality.
    fn tail(&self, ncp: f64, side: f64) -> (f64, f64) {
        let (mut value, mut slope) = (0.0, 0.0);
        for (ts, weight) in &self.nodes {
            let z = side * (ncp - ts);
            value += weight * normal::cdf(z);
            slope += weight * normal::pdf(z);
        }
        (value, slope)
    }
}
