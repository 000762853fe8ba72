use statrs::distribution::{ContinuousCDF, StudentsT};

use super::normal;

/// Lower tail.
pub(crate) fn cdf(t: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return normal::cdf(t);
    }
    StudentsT::new(0.0, 1.0, df).map_or(f64::NAN, |d| d.cdf(t))
}

/// Upper tail.
pub(crate) fn sf(t: f64, df: f64) -> f64 {
    cdf(-t, df)
}

/// Both tails beyond `|t|`.
pub(crate) fn two_sided(t: f64, df: f64) -> f64 {
    (2.0 * cdf(-t.abs(), df)).min(1.0)
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, df: f64) -> f64 {
    if p == 0.0 {
        return f64::NEG_INFINITY;
    }
    if p == 1.0 {
        return f64::INFINITY;
    }
    if p > 0.5 {
        return -quantile(1.0 - p, df);
    }
    let magnitude = super::root::bisect(-700.0, 700.0, |e| p - sf(libm::exp(e), df));
    if p == 0.5 { 0.0 } else { -libm::exp(magnitude) }
}
