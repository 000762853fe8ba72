/// Hommel's adjusted p-values of ascending p-values.
///
/// For each size of an intersection hypothesis the Simes p-value of its worst members is found;
/// an element keeps the largest one over all sizes (Wright 1992, appendix).
pub(super) fn hommel(sorted: &[f64]) -> Vec<f64> {
    let n = sorted.len();
    let whole = simes(sorted);
    let mut result = vec![whole; n];
    let mut current = vec![whole; n];
    for size in (2..n).rev() {
        let lower = n - size + 1;
        let upper = simes_of_worst(sorted, size);
        for i in 0..lower {
            current[i] = upper.min(size as f64 * sorted[i]);
        }
        for i in lower..n {
            current[i] = current[lower - 1];
        }
        for (kept, now) in result.iter_mut().zip(&current) {
            *kept = kept.max(*now);
        }
    }
    result
        .iter()
        .zip(sorted)
        .map(|(adjusted, p)| adjusted.max(*p))
        .collect()
}

/// Simes p-value: least `n p(i) / i`.
fn simes(sorted: &[f64]) -> f64 {
    let n = sorted.len() as f64;
    let scaled = sorted
        .iter()
        .enumerate()
        .map(|(i, p)| n * p / (i + 1) as f64);
    scaled.fold(f64::INFINITY, f64::min)
}

/// Least `size p / i` over the `size - 1` largest p-values, which take the places 2..=size.
fn simes_of_worst(sorted: &[f64], size: usize) -> f64 {
    let largest = &sorted[sorted.len() - size + 1..];
    let scaled = largest
        .iter()
        .enumerate()
        .map(|(i, p)| size as f64 * p / (i + 2) as f64);
    scaled.fold(f64::INFINITY, f64::min)
}
