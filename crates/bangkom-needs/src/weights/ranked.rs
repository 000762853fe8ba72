use super::direct::normalized;

/// Weights of `n` sources of which only the order is known, the most important first.
///
/// The centroid of all weights that respect the order; empty for none.
///
/// # Formula
/// ```text
/// w_i = (1 / n) sum_{k = i}^{n} 1 / k
/// ```
///
/// # Examples
/// ```
/// let weights = bangkom_needs::weights::rank_order_centroid(3);
/// assert!((weights[0] - 11.0 / 18.0).abs() < 1e-15);
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-15);
/// ```
///
/// # References
/// Barron and Barrett 1996.
pub fn rank_order_centroid(n: usize) -> Vec<f64> {
    let mut tail = 0.0;
    let mut weights: Vec<f64> = (1..=n)
        .rev()
        .map(|rank| {
            tail += 1.0 / rank as f64;
            tail / n as f64
        })
        .collect();
    weights.reverse();
    weights
}

/// Weights that fall in equal steps with the rank; flatter than the centroid.
///
/// # Formula
/// ```text
/// w_i = 2 (n + 1 - i) / (n (n + 1))
/// ```
///
/// # Examples
/// ```
/// assert_eq!(bangkom_needs::weights::rank_sum(3), [3.0 / 6.0, 2.0 / 6.0, 1.0 / 6.0]);
/// ```
///
/// # References
/// Stillwell, Seaver and Edwards 1981.
pub fn rank_sum(n: usize) -> Vec<f64> {
    let total = n as f64 * (n as f64 + 1.0) / 2.0;
    (1..=n).rev().map(|step| step as f64 / total).collect()
}

/// Weights that fall as the inverse of the rank.
///
/// # Formula
/// ```text
/// w_i = (1 / i) / sum_{k = 1}^{n} 1 / k
/// ```
///
/// # Examples
/// ```
/// let weights = bangkom_needs::weights::rank_reciprocal(3);
/// assert!((weights[0] - 6.0 / 11.0).abs() < 1e-15);
/// ```
///
/// # References
/// Stillwell, Seaver and Edwards 1981.
pub fn rank_reciprocal(n: usize) -> Vec<f64> {
    normalized((1..=n).map(|rank| 1.0 / rank as f64).collect())
}
