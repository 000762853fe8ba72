use super::root::{self, Cut};
use super::{Tails, incomplete_gamma};

/// Lower tail.
pub(crate) fn cdf(x: f64, shape: f64, scale: f64) -> f64 {
    incomplete_gamma::tails(shape, x / scale).lower
}

/// Upper tail.
pub(crate) fn sf(x: f64, shape: f64, scale: f64) -> f64 {
    incomplete_gamma::tails(shape, x / scale).upper
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, shape: f64, scale: f64) -> f64 {
    scale * standard_quantile(Cut::below(p), shape)
}

/// Value above which a share `p` lies.
pub(crate) fn upper_quantile(p: f64, shape: f64, scale: f64) -> f64 {
    scale * standard_quantile(Cut::above(p), shape)
}

/// Quantile at scale one.
pub(super) fn standard_quantile(cut: Cut, shape: f64) -> f64 {
    if let Some(end) = cut.end(f64::INFINITY) {
        return end;
    }
    let tails = |x: f64| -> Tails { incomplete_gamma::tails(shape, x) };
    root::positive(cut, guess(cut, shape), tails)
}

/// The cube of a normal deviate after Wilson and Hilferty, or the first term of the series.
fn guess(cut: Cut, shape: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    let root = 1.0 - ninth + cut.deviate() * ninth.sqrt();
    if root > 0.3 {
        return shape * root * root * root;
    }
    let p = match cut {
        Cut::Lower(p) => p,
        Cut::Upper(p) => 1.0 - p,
    };
    libm::exp((libm::log(p) + libm::lgamma(shape + 1.0)) / shape)
}
