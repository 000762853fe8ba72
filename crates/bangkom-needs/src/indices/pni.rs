use bangkom_stats::StatsError;
use serde::{Deserialize, Serialize};

use super::ratings::Complete;

/// The modified priority needs index of one item.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModifiedPni {
    /// How many members gave both ratings.
    pub n: usize,
    /// The mean desired state.
    pub mean_desired: f64,
    /// The mean present state.
    pub mean_present: f64,
    /// The index, greater is more need.
    pub score: f64,
}

/// Modified priority needs index: the discrepancy as a share of what is there.
///
/// # Formula
/// ```text
/// PNI = (I - D) / D,   I the mean desired state, D the mean present state
/// ```
///
/// # Errors
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete pair, [`StatsError::Undefined`] when the mean present state is not positive.
///
/// # Examples
/// ```
/// use bangkom_needs::indices::pni_modified;
///
/// assert_eq!(pni_modified(&[5.0, 4.0], &[2.0, 4.0])?.score, 0.5);
/// assert!(pni_modified(&[5.0], &[0.0]).is_err());
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Wongwanich 2005; Witkin and Altschuld 1995, priority indices.
pub fn pni_modified(desired: &[f64], present: &[f64]) -> Result<ModifiedPni, StatsError> {
    let pairs = Complete::of(desired, present)?;
    let (mean_desired, mean_present) = (pairs.mean_importance, pairs.mean_ability);
    if mean_present <= 0.0 {
        return Err(StatsError::Undefined {
            what: "the priority needs index",
            why: "the mean present state is not positive",
        });
    }
    Ok(ModifiedPni {
        n: pairs.n(),
        mean_desired,
        mean_present,
        score: (mean_desired - mean_present) / mean_present,
    })
}
