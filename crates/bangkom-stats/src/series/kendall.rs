/// Probability that `|S|` is at least as large for `n` values in random order, without ties.
///
/// # Formula
///
/// ```text
/// S = n(n-1)/2 - 2 D; the number of discordant pairs D is a sum of independent uniform counts
/// 0..=0, 0..=1, .., 0..=n-1 (Kendall 1938)
/// ```
pub(super) fn exact_two_sided(s: i64, n: usize) -> f64 {
    let pairs = n * (n - 1) / 2;
    // Two-sided by symmetry: twice the tail of few discordant pairs.
    let most = (pairs - s.unsigned_abs() as usize) / 2;
    let tail: f64 = discordant(n)[..=most].iter().sum();
    (2.0 * tail).min(1.0)
}

/// Probability of every number of discordant pairs.
fn discordant(n: usize) -> Vec<f64> {
    let mut probability = vec![1.0];
    for size in 2..=n {
        let longest = probability.len() + size - 1;
        let mut next = vec![0.0; longest];
        let mut window = 0.0;
        for (d, slot) in next.iter_mut().enumerate() {
            window += probability.get(d).copied().unwrap_or(0.0);
            if let Some(gone) = d.checked_sub(size) {
                window -= probability.get(gone).copied().unwrap_or(0.0);
            }
            *slot = window / size as f64;
        }
        probability = next;
    }
    probability
}
