use crate::distributions::raw::student_t;

/// What the data say: t statistic, effective size, degrees of freedom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Data {
    pub(super) t: f64,
    /// n for one sample, `n1 n2 / (n1 + n2)` for two.
    pub(super) n: f64,
    pub(super) df: f64,
}

/// Logarithm of the Bayes factor, and the share of it on positive effects.
#[derive(Debug, Clone, Copy)]
pub(super) struct Factor {
    pub(super) log: f64,
    pub(super) positive: f64,
}

/// Largest number of halvings of the step; each squares the error.
const HALVINGS: usize = 8;

impl Data {
    /// Integrates over `u = ln g` by the trapezoidal rule, which converges geometrically for a
    /// smooth function that dies out at both ends.
    pub(super) fn factor(self, r_scale: f64) -> Factor {
        let peak = self.peak(r_scale);
        let top = self.log_integrand(peak, r_scale);
        let mut step = 0.5;
        let mut last = self.sum(peak, top, step, r_scale);
        for _ in 0..HALVINGS {
            step /= 2.0;
            let next = self.sum(peak, top, step, r_scale);
            let done = (next.0 - last.0).abs() <= 1e-13 * next.0;
            last = next;
            if done {
                break;
            }
        }
        Factor {
            log: top + libm::log(last.0),
            positive: last.1 / last.0,
        }
    }

    /// The integral divided by `exp(top)`, and the part of it on positive effects.
    fn sum(self, peak: f64, top: f64, step: f64, r_scale: f64) -> (f64, f64) {
        let value = |u: f64| libm::exp(self.log_integrand(u, r_scale) - top);
        let (mut all, mut positive) = (0.0, 0.0);
        for direction in [1.0, -1.0] {
            let mut i = if direction > 0.0 { 0.0 } else { 1.0 };
            loop {
                let u = peak + direction * i * step;
                let weight = value(u);
                all += weight;
                positive += weight * self.positive(u);
                if weight < 1e-18 * all {
                    break;
                }
                i += 1.0;
            }
        }
        (all * step, positive * step)
    }

    /// Logarithm of likelihood ratio times prior density at `g = e^u`.
    fn log_integrand(self, u: f64, r_scale: f64) -> f64 {
        let ng = self.n * libm::exp(u);
        let t2 = self.t * self.t;
        let shrunk = libm::log1p(t2 / ((1.0 + ng) * self.df)) - libm::log1p(t2 / self.df);
        let prior = r_scale / (2.0 * std::f64::consts::PI).sqrt();
        -0.5 * libm::log1p(ng)
            - 0.5 * (self.df + 1.0) * shrunk
            - 0.5 * u
            - 0.5 * r_scale * r_scale * libm::exp(-u)
            + libm::log(prior)
    }

    /// Chance of a positive effect given `g = e^u`.
    fn positive(self, u: f64) -> f64 {
        let ng = self.n * libm::exp(u);
        let shape = self.df + 1.0;
        let squared = ng * shape / ((1.0 + ng) * self.df + self.t * self.t);
        student_t::cdf(self.t * squared.sqrt(), shape)
    }

    /// A place near the maximum, by a search over a wide grid and one refinement.
    fn peak(self, r_scale: f64) -> f64 {
        let best = |from: f64, step: f64| {
            let places = (0..80).map(|i| from + f64::from(i) * step);
            let better = |a: f64, b: f64| {
                if self.log_integrand(b, r_scale) > self.log_integrand(a, r_scale) {
                    b
                } else {
                    a
                }
            };
            places.reduce(better).unwrap_or(from)
        };
        let rough = best(-40.0, 1.0);
        best(rough - 1.0, 0.025)
    }
}
