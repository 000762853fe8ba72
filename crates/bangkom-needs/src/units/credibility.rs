/// Means of units of different size, each drawn toward the mean of all.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Credibility {
    /// The mean of all answers.
    pub common: f64,
    /// For each unit, the share of its own mean that is kept, 0 to 1.
    pub kept: Vec<f64>,
}

/// How far the means of units are kept, by how many answers they have.
///
/// # Formula
///
/// With means `m`, numbers of answers `n`, and the variance `s2` of one answer within a unit:
///
/// ```text
/// common  = sum n m / N                                        N = sum n
/// between = max(0, (sum n (m - common)^2 - (k - 1) s2) / (N - sum n^2 / N))
/// kept    = n between / (n between + s2)
/// ```
///
/// The variance within is given, not estimated, so that one odd answer cannot change how far
/// the others are drawn together.
///
/// # References
/// Bühlmann and Straub 1970, with a known variance within.
pub(super) fn credibility(units: &[(f64, f64)], variance: f64) -> Credibility {
    let total: f64 = units.iter().map(|(_, n)| n).sum();
    let common = units.iter().map(|(mean, n)| n * mean).sum::<f64>() / total;
    let spread: f64 = units
        .iter()
        .map(|(mean, n)| n * (mean - common) * (mean - common))
        .sum();
    let freedom = units.len().saturating_sub(1) as f64;
    let effective = total - units.iter().map(|(_, n)| n * n).sum::<f64>() / total;
    let between = ((spread - freedom * variance) / effective).max(0.0);
    let kept = units.iter().map(|(_, n)| {
        let own = n * between;
        if own > 0.0 {
            own / (own + variance)
        } else {
            0.0
        }
    });
    Credibility {
        common,
        kept: kept.collect(),
    }
}
