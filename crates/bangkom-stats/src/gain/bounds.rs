use serde::{Deserialize, Serialize};

use super::Scale;
use crate::{Basis, Method, StatsError, Warning, sample};

/// Share of scores at the ends of their scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundShares {
    /// Counts; a warning for each end that holds more than 15 % of the scores.
    pub basis: Basis,
    /// Share at the lowest possible score, 0..1.
    pub floor: f64,
    /// Share at the highest possible score, 0..1.
    pub ceiling: f64,
}

/// Share of scores above which an end of the scale hides differences.
pub(super) const FLAG: f64 = 0.15;

/// Share of scores at the ends of the scale, flagged above 15 %.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a score outside the scale, [`StatsError::TooFew`] without scores.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{Warning, gain};
///
/// let shares = gain::floor_ceiling(&[10.0, 9.0, 10.0, 7.0], gain::Scale::new(0.0, 10.0)?)?;
/// assert_eq!((shares.floor, shares.ceiling), (0.0, 0.5));
/// assert_eq!(shares.basis.warnings, [Warning::Ceiling { share: 0.5 }]);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Terwee et al. (2007), the 15 % criterion.
pub fn floor_ceiling(scores: &[f64], scale: Scale) -> Result<BoundShares, StatsError> {
    scale.check("scores", scores)?;
    let present = sample::present("scores", scores, 1)?;
    let (floor, ceiling) = shares(&present, scale);
    let basis = Basis::new(Method::new("floor_ceiling"), scores.len(), present.len())
        .warn_if(floor > FLAG, Warning::Floor { share: floor })
        .warn_if(ceiling > FLAG, Warning::Ceiling { share: ceiling });
    Ok(BoundShares {
        basis,
        floor,
        ceiling,
    })
}

/// Shares at the lowest and the highest score of scores that are there.
pub(super) fn shares(scores: &[f64], scale: Scale) -> (f64, f64) {
    let share =
        |end: f64| scores.iter().filter(|x| **x == end).count() as f64 / scores.len() as f64;
    (share(scale.low()), share(scale.high()))
}
