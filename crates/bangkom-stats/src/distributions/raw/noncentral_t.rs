use super::{normal, root};
use crate::Interval;

/// Lower tail.
pub(crate) fn cdf(t: f64, df: f64, ncp: f64) -> f64 {
    mixture(df, |s| normal::cdf(t * s - ncp))
}

/// Upper tail.
pub(crate) fn sf(t: f64, df: f64, ncp: f64) -> f64 {
    mixture(df, |s| normal::sf(t * s - ncp))
}

/// Noncentralities at which `t` cuts off `tail` above and below.
pub(crate) fn ncp_interval(t: f64, df: f64, tail: f64) -> Interval {
    let reach = 40.0 + t.abs() * 40.0;
    Interval {
        low: root::bisect(t - reach, t + reach, |ncp| sf(t, df, ncp) - tail),
        high: root::bisect(t - reach, t + reach, |ncp| tail - cdf(t, df, ncp)),
    }
}

/// Expectation of `f(s)` where `s^2 df` is chi-squared.
fn mixture(df: f64, f: impl Fn(f64) -> f64) -> f64 {
    let width = 1.0 / (2.0 * df).sqrt();
    let step = width / 4.0;
    let (mut total, mut weights) = (0.0, 0.0);
    for i in -400..=200 {
        let u = f64::from(i) * step;
        let weight = libm::exp(df * (u - 0.5 * libm::expm1(2.0 * u)));
        weights += weight;
        total += weight * f(libm::exp(u));
    }
    total / weights
}
