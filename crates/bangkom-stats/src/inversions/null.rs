/// Most pairs for which the null distribution is counted; its least probability, one in `n!`, is
/// still an ordinary double.
pub(crate) const EXACT_LIMIT: usize = 160;

/// Probability that a random permutation of `n` has at most `k` inversions.
///
/// The recurrence multiplies the generating function by `(1 + x + … + x^(m-1)) / m` for each `m`.
/// By symmetry only the half below the mean is computed, where the sums rise and lose no digits.
pub(crate) fn exact_tail(n: usize, k: u64) -> f64 {
    let most = (n * (n - 1) / 2) as u64;
    if k >= most {
        return 1.0;
    }
    if 2 * k >= most {
        return 1.0 - exact_tail(n, most - k - 1);
    }
    let mut row = vec![0.0; k as usize + 1];
    row[0] = 1.0;
    for m in 2..=n {
        row = next(&row, m);
    }
    row.iter().sum()
}

/// Distribution of the inversions of `m` from that of `m - 1`.
fn next(before: &[f64], m: usize) -> Vec<f64> {
    let mut window = 0.0;
    let mut after = Vec::with_capacity(before.len());
    for k in 0..before.len() {
        window += before[k];
        if k >= m {
            window -= before[k - m];
        }
        after.push(window.max(0.0) / m as f64);
    }
    after
}
