/// A p-value that has underflowed becomes the smallest positive double: a bound that is true,
/// where zero would be false.
pub(crate) fn never_zero(p: f64) -> f64 {
    p.max(f64::MIN_POSITIVE)
}
