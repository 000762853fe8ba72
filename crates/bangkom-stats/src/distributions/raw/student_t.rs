use super::incomplete_beta::Point;
use super::root::{self, Cut};
use super::{Tails, fisher_f, normal};

/// Degrees of freedom beyond which the distribution is normal to the last digit.
const MANY: f64 = 1e20;

/// Lower tail.
pub(crate) fn cdf(t: f64, df: f64) -> f64 {
    sf(-t, df)
}

/// Upper tail.
pub(crate) fn sf(t: f64, df: f64) -> f64 {
    if df > MANY {
        return normal::sf(t);
    }
    let both = beyond(t.abs(), df).upper;
    if t >= 0.0 {
        0.5 * both
    } else {
        1.0 - 0.5 * both
    }
}

/// Both tails beyond `|t|`.
pub(crate) fn two_sided(t: f64, df: f64) -> f64 {
    if df > MANY {
        return 2.0 * normal::sf(t.abs());
    }
    beyond(t.abs(), df).upper
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, df: f64) -> f64 {
    if df > MANY {
        return normal::quantile(p);
    }
    let magnitude = match p.min(1.0 - p) {
        0.0 => f64::INFINITY,
        tail if tail < 0.25 => magnitude(Cut::Upper(2.0 * tail), df),
        _ if p == 0.5 => 0.0,
        _ => magnitude(Cut::Lower(2.0 * (p - 0.5).abs()), df),
    };
    if p < 0.5 { -magnitude } else { magnitude }
}

/// Shares of `|T|` below and above `t`, with the density with respect to `ln t`.
fn beyond(t: f64, df: f64) -> Tails {
    if t == 0.0 {
        return Tails::START;
    }
    if t.is_infinite() {
        return Tails::END;
    }
    let (a, b) = (0.5, df / 2.0);
    let root = t / df.sqrt();
    let tails = if (1e-140..1e140).contains(&root) {
        let odds = t * t / df;
        let (x, y) = (odds / (1.0 + odds), 1.0 / (1.0 + odds));
        Point {
            a,
            b,
            x,
            y,
            slope: 0.5 * y * (1.0 - t) * (1.0 + t),
        }
        .tails()
    } else {
        fisher_f::far(a, b, 2.0 * libm::log(root))
    };
    Tails {
        density: 2.0 * tails.density,
        ..tails
    }
}

fn magnitude(cut: Cut, df: f64) -> f64 {
    let tail = match cut {
        Cut::Lower(p) => 0.5 - 0.5 * p,
        Cut::Upper(p) => 0.5 * p,
    };
    let z = -normal::quantile(tail);
    root::positive(cut, z + z * (z * z + 1.0) / (4.0 * df), |t| beyond(t, df))
}
