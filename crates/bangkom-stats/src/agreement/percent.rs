use serde::{Deserialize, Serialize};

use crate::counts::proportion;
use crate::sample::present_pairs;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError};

/// Share of subjects on which two raters say the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PercentAgreement {
    /// What the result rests on; counts are subjects.
    pub basis: Basis,
    /// Subjects with equal ratings.
    pub n_agree: usize,
    /// Their share, 0..1.
    pub share: f64,
    /// Wilson's interval of the share.
    pub interval: Interval,
}

/// Share of subjects on which two raters say exactly the same; no allowance for chance.
///
/// # Formula
///
/// ```text
/// share = #(first = second) / n
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete subject.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::agreement::percent_agreement;
///
/// let result =
///     percent_agreement(&[1.0, 2.0, 3.0, 3.0], &[1.0, 2.0, 2.0, 3.0], ConfidenceLevel::default())?;
/// assert_eq!(result.share, 0.75);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Cohen (1960) on why it is not enough; Wilson (1927) for the interval.
pub fn percent_agreement(
    first: &[f64],
    second: &[f64],
    level: ConfidenceLevel,
) -> Result<PercentAgreement, StatsError> {
    let (a, b) = present_pairs(["first", "second"], first, second, 1)?;
    let n_agree = a.iter().zip(&b).filter(|(a, b)| a == b).count();
    let share = proportion(n_agree as u64, a.len() as u64, level)?;
    Ok(PercentAgreement {
        basis: Basis::new(Method::new("percent_agreement"), first.len(), a.len()).level(level),
        n_agree,
        share: share.share,
        interval: share.wilson,
    })
}
