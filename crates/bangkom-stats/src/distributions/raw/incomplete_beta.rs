//! The regularised incomplete beta function.
//!
//! A positive series, a continued fraction, or quadrature of the tail in the logarithm of the
//! odds, whichever is short. All carry the factor `x^a y^b / B(a, b)`, whose exponent is formed
//! from the distance to the mean and so keeps its digits at any size of the shapes.

use std::f64::consts::PI;

use super::special::{exp_gap, log_gap, stirling_error, weighted_gap};
use super::{Tails, legendre};

/// Shape from which quadrature needs fewer terms than series and fraction.
const LARGE: f64 = 1000.0;
/// Drop of the logarithm of the integrand after which nothing is left to add.
const DROP: f64 = 42.0;

/// Longest distance in the logarithm of the odds that one rule resolves.
const PANEL: f64 = 6.0;
/// Distance beyond which an exponential leaves the range of a double.
const LONGEST: f64 = 700.0;

/// A point of a beta distribution, with both distances to the ends and the distance to the mean.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    /// First shape.
    pub(crate) a: f64,
    /// Second shape.
    pub(crate) b: f64,
    /// Distance to zero.
    pub(crate) x: f64,
    /// Distance to one.
    pub(crate) y: f64,
    /// `a y - b x`, positive below the mean.
    pub(crate) slope: f64,
}

impl Point {
    /// The same point seen from the other end.
    fn flipped(self) -> Self {
        Self {
            a: self.b,
            b: self.a,
            x: self.y,
            y: self.x,
            slope: -self.slope,
        }
    }

    /// Both tails; the density is with respect to the logarithm of the odds.
    pub(crate) fn tails(self) -> Tails {
        if self.x <= 0.0 {
            return Tails::START;
        }
        if self.y <= 0.0 {
            return Tails::END;
        }
        let density = self.density();
        if density == 0.0 {
            return if self.slope > 0.0 {
                Tails::START
            } else {
                Tails::END
            };
        }
        if self.slope >= 0.0 {
            Tails::from_lower(density * self.lower(), density)
        } else {
            Tails::from_lower(density * self.flipped().lower(), density).flipped()
        }
    }

    /// `x^a y^b / B(a, b)`.
    fn density(self) -> f64 {
        let Self { a, b, x, y, slope } = self;
        let whole = a + b;
        let exponent = weighted_gap(a, -slope, x, whole)
            + weighted_gap(b, slope, y, whole)
            + (stirling_error(a) - stirling_error(whole))
            + stirling_error(b);
        (a / whole * b / (2.0 * PI)).sqrt() * libm::exp(-exponent)
    }

    /// Lower tail over the density, for a point not above the mean.
    fn lower(self) -> f64 {
        if self.x < 0.7 && self.a <= LARGE {
            self.series() / self.a
        } else if self.a <= LARGE {
            self.fraction()
        } else {
            self.outward()
        }
    }

    /// `1 + (a + b) x / (a + 1) + (a + b) (a + b + 1) x^2 / ((a + 1) (a + 2)) + ...`
    fn series(self) -> f64 {
        let (mut term, mut sum) = (1.0, 1.0);
        let (mut top, mut bottom) = (self.a + self.b, self.a);
        while term > sum * f64::EPSILON / 8.0 {
            bottom += 1.0;
            term *= top / bottom * self.x;
            top += 1.0;
            sum += term;
        }
        sum
    }

    /// The continued fraction of Didonato and Morris.
    fn fraction(self) -> f64 {
        let Self { a, b, x, y, slope } = self;
        let c = slope + 1.0;
        let c1 = 1.0 + 1.0 / a;
        let (mut p, mut s) = (1.0, a + 1.0);
        let (mut an, mut bn, mut an1, mut bn1) = (0.0, 1.0, 1.0, c / c1);
        let mut r = c1 / c;
        for n in 1..5_000 {
            let n = f64::from(n);
            let t = n / a;
            let w = n * (b - n) * x;
            let e = a / s;
            let alpha = p * (p + b / a) * e * e * (w * x);
            let e = (t + 1.0) / (c1 + t + t);
            let beta = n + w / s + e * (c + n * (1.0 + y));
            p = t + 1.0;
            s += 2.0;
            (an, an1) = (an1, alpha * an + beta * an1);
            (bn, bn1) = (bn1, alpha * bn + beta * bn1);
            let before = r;
            r = an1 / bn1;
            if (r - before).abs() <= f64::EPSILON * r {
                break;
            }
            an /= bn1;
            bn /= bn1;
            an1 = r;
            bn1 = 1.0;
        }
        r
    }

    /// Quadrature in the logarithm of the odds, towards minus infinity.
    fn outward(self) -> f64 {
        let reach = self.reach();
        let panels = libm::ceil(reach / PANEL).max(1.0);
        let length = reach / panels;
        (0..panels as usize)
            .map(|i| i as f64 * length)
            .map(|from| legendre::integral(length, |s| libm::exp(-self.drop(from + s))))
            .sum()
    }

    /// Loss of the logarithm of the density at a distance `s` in the logarithm of the odds.
    fn drop(self, s: f64) -> f64 {
        let Self { a, b, x, y, slope } = self;
        if s > LONGEST {
            return f64::INFINITY;
        }
        let curved = if x <= y {
            let v = x * libm::expm1(-s);
            x * exp_gap(-s) - log_gap(v, 1.0 + v)
        } else {
            let v = y * libm::expm1(s);
            y * exp_gap(s) - log_gap(v, 1.0 + v)
        };
        slope * s + (a + b) * curved
    }

    /// Distance at which nothing is left to add, roughly.
    fn reach(self) -> f64 {
        let Self { a, b, x, y, slope } = self;
        let curvature = (a + b) * x * y;
        let guess = 2.0 * DROP / (slope + (slope * slope + 2.0 * curvature * DROP).sqrt());
        let enough = |s: f64| self.drop(s) >= DROP - 4.0;
        let (mut low, mut high) = (0.0, guess.clamp(1e-12, 1e3));
        for _ in 0..10 {
            if enough(high) {
                break;
            }
            (low, high) = (high, 1.5 * high);
        }
        while high - low > 0.25 * high {
            let middle = f64::midpoint(low, high);
            if enough(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }
}
