use serde::{Deserialize, Serialize};

use crate::counts::{Proportion, proportion};
use crate::sample::present;
use crate::{Basis, ConfidenceLevel, Method, StatsError};

/// Share of a sample that does not exceed a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareWithin {
    /// What the result rests on.
    pub basis: Basis,
    /// The target, in the unit of the values.
    pub target: f64,
    /// The share with its four intervals; Wilson's is the one to report.
    pub share: Proportion,
}

/// Share of values at or below a target, with intervals for a proportion.
///
/// # Errors
///
/// [`StatsError::TooFew`] when no value is present, [`StatsError::NotFinite`] of an infinite value
/// or target.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::quantiles::share_within;
///
/// let within = share_within(&[3.0, 8.0, 14.0, 20.0], 14.0, ConfidenceLevel::default())?;
/// assert_eq!(within.share.share, 0.75);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Wilson (1927) for the interval.
pub fn share_within(
    values: &[f64],
    target: f64,
    level: ConfidenceLevel,
) -> Result<ShareWithin, StatsError> {
    if !target.is_finite() {
        return Err(StatsError::NotFinite {
            argument: "target",
            index: 0,
        });
    }
    let kept = present("values", values, 1)?;
    let within = kept.iter().filter(|value| **value <= target).count();
    let basis = Basis::new(Method::new("share_within"), values.len(), kept.len());
    Ok(ShareWithin {
        basis: basis.level(level),
        target,
        share: proportion(within as u64, kept.len() as u64, level)?,
    })
}
