/// A p-value that has underflowed becomes the smallest positive double: a bound that is true,
/// where zero would be false. What is no number stays none.
pub(crate) fn never_zero(p: f64) -> f64 {
    if p < f64::MIN_POSITIVE {
        f64::MIN_POSITIVE
    } else {
        p
    }
}
