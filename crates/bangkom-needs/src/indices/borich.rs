use bangkom_stats::StatsError;
use serde::{Deserialize, Serialize};

use super::ratings::Complete;

/// Borich's mean weighted discrepancy of one item.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Borich {
    /// How many members gave both ratings.
    pub n: usize,
    /// The mean importance.
    pub mean_importance: f64,
    /// The mean ability.
    pub mean_ability: f64,
    /// The mean weighted discrepancy, greater is more need; negative where ability exceeds
    /// importance.
    pub score: f64,
}

/// Mean weighted discrepancy: how far ability lags behind importance, weighted by importance.
///
/// # Formula
/// ```text
/// MWDS = (1 / n) sum (I - A) × mean(I) = mean(I) (mean(I) - mean(A))
/// ```
///
/// # Errors
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete pair.
///
/// # Examples
/// ```
/// use bangkom_needs::indices::borich;
///
/// let item = borich(&[5.0, 5.0, 4.0, 5.0, 4.0], &[3.0, 2.0, 4.0, 3.0, 5.0])?;
/// assert!((item.score - 5.52).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Borich 1980.
pub fn borich(importance: &[f64], ability: &[f64]) -> Result<Borich, StatsError> {
    let pairs = Complete::of(importance, ability)?;
    let (mean_importance, mean_ability) = (pairs.mean_importance, pairs.mean_ability);
    Ok(Borich {
        n: pairs.n(),
        mean_importance,
        mean_ability,
        score: mean_importance * (mean_importance - mean_ability),
    })
}
