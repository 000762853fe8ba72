use super::gamma;

/// Lower tail.
pub(crate) fn cdf(x: f64, df: f64) -> f64 {
    gamma::cdf(x, df / 2.0, 2.0)
}

/// Upper tail.
pub(crate) fn sf(x: f64, df: f64) -> f64 {
    gamma::sf(x, df / 2.0, 2.0)
}

/// Value below which a share `p` lies.
pub(crate) fn quantile(p: f64, df: f64) -> f64 {
    gamma::quantile(p, df / 2.0, 2.0)
}

/// Value above which a share `p` lies.
pub(crate) fn upper_quantile(p: f64, df: f64) -> f64 {
    gamma::upper_quantile(p, df / 2.0, 2.0)
}
