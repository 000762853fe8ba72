use crate::distributions::raw::normal;

/// Quantile `p` of ascending values by linear interpolation, R's type 7.
pub(super) fn type7(sorted: &[f64], p: f64) -> f64 {
    let place = (sorted.len() - 1) as f64 * p;
    let below = place.floor() as usize;
    match sorted.get(below + 1) {
        Some(above) => sorted[below] + (place - place.floor()) * (above - sorted[below]),
        None => sorted[sorted.len() - 1],
    }
}

/// Quantile `p` of ascending values at place `(B + 1) p`, interpolated on the normal scale.
///
/// Davison and Hinkley (1997), equation 5.8.
pub(super) fn normal_scale(sorted: &[f64], p: f64) -> f64 {
    let count = sorted.len();
    let places = (count + 1) as f64;
    let place = places * p;
    let k = place.floor() as usize;
    if k == 0 {
        return sorted[0];
    }
    if k >= count {
        return sorted[count - 1];
    }
    // Two neighbours alike need no interpolation, and p may be exactly on the lower one.
    let (low, high) = (sorted[k - 1], sorted[k]);
    if low == high || place == k as f64 {
        return low;
    }
    let z = |p: f64| normal::quantile(p);
    let (from, to) = (z(k as f64 / places), z((k + 1) as f64 / places));
    low + (z(p) - from) / (to - from) * (high - low)
}
