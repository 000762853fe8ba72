use super::Tails;
use super::incomplete_beta::Point;
use super::root::{self, Cut};
use super::special::{cross, ln_beta};

/// Lower tail.
pub(crate) fn cdf(x: f64, a: f64, b: f64) -> f64 {
    tails(x, a, b).lower
}

/// Upper tail.
pub(crate) fn sf(x: f64, a: f64, b: f64) -> f64 {
    tails(x, a, b).upper
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, a: f64, b: f64) -> f64 {
    solve(Cut::below(p), a, b)
}

/// Value above which a share `p` lies.
pub(crate) fn upper_quantile(p: f64, a: f64, b: f64) -> f64 {
    solve(Cut::above(p), a, b)
}

/// Both tails at `x`.
pub(super) fn tails(x: f64, a: f64, b: f64) -> Tails {
    let x = x.clamp(0.0, 1.0);
    let y = 1.0 - x;
    // What `1 - x` rounds away matters to large shapes.
    let slope = cross(a, y, b, x) + a * ((1.0 - y) - x);
    Point { a, b, x, y, slope }.tails()
}

fn solve(cut: Cut, a: f64, b: f64) -> f64 {
    cut.end(1.0).unwrap_or_else(|| {
        let odds = odds_quantile(cut, a, b);
        if odds > 1.0 {
            1.0 - 1.0 / (1.0 + odds)
        } else {
            odds / (1.0 + odds)
        }
    })
}

/// Quantile of the odds `x / (1 - x)`.
fn odds_quantile(cut: Cut, a: f64, b: f64) -> f64 {
    root::positive(cut, guess(cut, a, b), |odds| at_odds(odds, a, b))
}

fn at_odds(odds: f64, a: f64, b: f64) -> Tails {
    let whole = 1.0 + odds;
    let slope = cross(a, 1.0, b, odds) / whole;
    Point {
        a,
        b,
        x: odds / whole,
        y: 1.0 / whole,
        slope,
    }
    .tails()
}

/// The first term of the series where a small shape rules, otherwise a normal deviate.
pub(super) fn guess(cut: Cut, a: f64, b: f64) -> f64 {
    let ln_beta = ln_beta(a, b);
    match cut {
        Cut::Lower(p) if a < 1.0 => libm::exp((libm::log(p * a) + ln_beta) / a),
        Cut::Upper(p) if b < 1.0 => libm::exp(-(libm::log(p * b) + ln_beta) / b),
        _ => a / b * libm::exp(cut.deviate() * (1.0 / a + 1.0 / b).sqrt()),
    }
}
