use serde::{Deserialize, Serialize};

use super::feldt::error_of_measurement;
use super::items::{Items, pearson, variance};
use crate::{Basis, Method, StatsError};

/// Reliability from two halves of a test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SplitHalf {
    /// What the result rests on; counts are persons.
    pub basis: Basis,
    /// Correlation of the half tests, -1..1.
    pub correlation: f64,
    /// Reliability of the whole test; absent when the halves correlate at -1.
    pub spearman_brown: Option<f64>,
    /// Standard error of measurement of the total score, in score units; absent with it.
    pub sem: Option<f64>,
}

/// Odd-even split-half reliability, stepped up to the whole test: rows are persons.
///
/// # Formula
///
/// ```text
/// r of (items 1, 3, …) with (items 2, 4, …),  Spearman-Brown 2 r / (1 + r)
/// sem = sd of the total sqrt(1 - Spearman-Brown)
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete persons or two items,
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::NotFinite`] with the row's index,
/// [`StatsError::NoVariation`] when a half is constant.
///
/// # Examples
///
/// ```
/// use bangkom_stats::reliability::split_half;
///
/// let scores = [[2.0, 1.0, 2.0, 2.0], [1.0, 1.0, 0.0, 1.0], [0.0, 1.0, 1.0, 0.0]];
/// let result = split_half(&scores)?;
/// assert!((result.correlation - 0.866_025_4).abs() < 1e-7);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Spearman (1910), Brown (1910).
#[doc(alias = "Spearman-Brown")]
pub fn split_half<R: AsRef<[f64]>>(scores: &[R]) -> Result<SplitHalf, StatsError> {
    let items = Items::new(scores, 2)?;
    let odd = items.total(|j| j % 2 == 0);
    let even = items.total(|j| j % 2 == 1);
    let correlation = pearson(&odd, &even).ok_or(StatsError::NoVariation {
        what: "the scores of a half",
    })?;
    let spearman_brown = (correlation > -1.0).then(|| 2.0 * correlation / (1.0 + correlation));
    let sd_total = variance(&items.total(|_| true)).sqrt() * items.unit;
    Ok(SplitHalf {
        basis: Basis::new(
            Method::new("split_half, odd_even"),
            items.n_input,
            items.n(),
        ),
        correlation,
        spearman_brown,
        sem: spearman_brown.map(|whole| error_of_measurement(sd_total, whole)),
    })
}
