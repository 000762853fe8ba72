use super::Tails;
use super::incomplete_beta::Point;
use super::root::{self, Cut};
use super::special::ln_beta;

/// Lower tail.
pub(crate) fn cdf(x: f64, d1: f64, d2: f64) -> f64 {
    tails(x, d1, d2).lower
}

/// Upper tail.
pub(crate) fn sf(x: f64, d1: f64, d2: f64) -> f64 {
    tails(x, d1, d2).upper
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, d1: f64, d2: f64) -> f64 {
    solve(Cut::below(p), d1, d2)
}

/// Value above which a share `p` lies.
pub(crate) fn upper_quantile(p: f64, d1: f64, d2: f64) -> f64 {
    solve(Cut::above(p), d1, d2)
}

/// Both tails at `x`; the distance to the mean is formed from `1 - x`, which is exact near one.
pub(super) fn tails(x: f64, d1: f64, d2: f64) -> Tails {
    if x <= 0.0 {
        return Tails::START;
    }
    if x.is_infinite() {
        return Tails::END;
    }
    let (a, b) = (d1 / 2.0, d2 / 2.0);
    let odds = a / b * x;
    if !(1e-280..1e280).contains(&odds) {
        return far(a, b, libm::log(a / b) + libm::log(x));
    }
    let (near, away) = (1.0 / (1.0 + odds), odds / (1.0 + odds));
    let slope = if x < 2.0 {
        a * near * (1.0 - x)
    } else {
        a * near - b * away
    };
    Point {
        a,
        b,
        x: away,
        y: near,
        slope,
    }
    .tails()
}

/// Both tails where the odds are beyond all but the first term of the series.
pub(super) fn far(a: f64, b: f64, ln_odds: f64) -> Tails {
    if ln_odds > 0.0 {
        return far(b, a, -ln_odds).flipped();
    }
    let density = libm::exp(a * ln_odds - ln_beta(a, b));
    Tails::from_lower(density / a, density)
}

fn solve(cut: Cut, d1: f64, d2: f64) -> f64 {
    cut.end(f64::INFINITY).unwrap_or_else(|| {
        let guess = super::beta::guess(cut, d1 / 2.0, d2 / 2.0) / (d1 / d2);
        root::positive(cut, guess, |x| tails(x, d1, d2))
    })
}
