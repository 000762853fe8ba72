use crate::distributions::raw::student_t;

/// What the data say: t statistic, effective size, degrees of freedom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Data {
    pub(super) t: f64,
    /// n for one sample, `n1 n2 / (n1 + n2)` for two.
    pub(super) n: f64,
    pub(super) df: f64,
}

/// Largest number of halvings of the step; each squares the error.
const HALVINGS: i32 = 8;

/// Share of the largest value below which the integrand counts for nothing.
const NEGLIGIBLE: f64 = 1e-17;

impl Data {
    /// Natural logarithm of the Bayes factor.
    pub(super) fn log_factor(self, r_scale: f64) -> f64 {
        let integrand = Integrand::new(self, r_scale);
        let (sum, step) = integrand.converged();
        integrand.top + libm::log(sum * step)
    }

    /// Chance, given the data and an effect, that the effect has the other sign than `t`.
    pub(super) fn opposite(self, r_scale: f64) -> f64 {
        let integrand = Integrand::new(self, r_scale);
        let (all, step) = integrand.converged();
        let opposite = integrand.sum(step, 0.0, |u, weight| weight * self.opposite_at(u));
        opposite / all
    }

    /// The same given also the variance `g = e^u` of the effect.
    fn opposite_at(self, u: f64) -> f64 {
        let ng = self.n * libm::exp(u);
        let shape = self.df + 1.0;
        let squared = ng * shape / ((1.0 + ng) * self.df + self.t * self.t);
        student_t::cdf(-self.t.abs() * squared.sqrt(), shape)
    }
}

/// Likelihood ratio times prior density over `u = ln g`.
struct Integrand {
    data: Data,
    r_scale: f64,
    /// Logarithm of what does not depend on `u`.
    constant: f64,
    /// A place near the maximum, and the logarithm there.
    peak: f64,
    top: f64,
}

impl Integrand {
    fn new(data: Data, r_scale: f64) -> Self {
        let prior = r_scale / (2.0 * std::f64::consts::PI).sqrt();
        let constant =
            libm::log(prior) + 0.5 * (data.df + 1.0) * libm::log1p(data.t * data.t / data.df);
        let mut integrand = Self {
            data,
            r_scale,
            constant,
            peak: 0.0,
            top: 0.0,
        };
        // The maximum lies between the prior's and that of the likelihood, near n g = t^2.
        let prior = 2.0 * libm::log(r_scale);
        let likelihood = 2.0 * libm::log(data.t.abs().max(1.0)) - libm::log(data.n);
        let (low, high) = (prior.min(likelihood) - 4.0, prior.max(likelihood) + 4.0);
        let mut step = (high - low) / 31.0;
        integrand.peak = integrand.best(low, step);
        while step > 0.5 {
            let from = integrand.peak - step;
            step /= 15.5;
            integrand.peak = integrand.best(from, step);
        }
        integrand.top = integrand.log(integrand.peak);
        integrand
    }

    fn log(&self, u: f64) -> f64 {
        let Data { t, n, df } = self.data;
        let g = libm::exp(u);
        let shrunk = libm::log1p(t * t / ((1.0 + n * g) * df));
        self.constant
            - 0.5 * (libm::log1p(n * g) + (df + 1.0) * shrunk + u + self.r_scale * self.r_scale / g)
    }

    /// The best of 32 places.
    fn best(&self, from: f64, step: f64) -> f64 {
        let places = (0..32).map(|i| from + f64::from(i) * step);
        let better = |a: (f64, f64), b: (f64, f64)| if b.1 > a.1 { b } else { a };
        places
            .map(|u| (u, self.log(u)))
            .reduce(better)
            .map_or(from, |(u, _)| u)
    }

    /// Sum of the integrand over its maximum by the trapezoidal rule, which converges
    /// geometrically for a smooth function that dies out at both ends, and the step it took.
    fn converged(&self) -> (f64, f64) {
        let weight = |_: f64, weight: f64| weight;
        let mut step = 0.5;
        let mut sum = self.sum(step, 0.0, weight);
        for _ in 0..HALVINGS {
            // The old places are every other one of the new.
            let next = sum + self.sum(step, 0.5, weight);
            let settled = (next - 2.0 * sum).abs() <= 1e-13 * next;
            (sum, step) = (next, step / 2.0);
            if settled {
                break;
            }
        }
        (sum, step)
    }

    /// Sum over the places `peak + (i + shift) step`.
    fn sum(&self, step: f64, shift: f64, value: impl Fn(f64, f64) -> f64) -> f64 {
        let mut total = 0.0;
        for (mut place, direction) in [(shift, 1.0), (shift - 1.0, -1.0)] {
            loop {
                let u = self.peak + place * step;
                let weight = libm::exp(self.log(u) - self.top);
                total += value(u, weight);
                if weight.is_nan() || weight < NEGLIGIBLE {
                    break;
                }
                place += direction;
            }
        }
        total
    }
}
