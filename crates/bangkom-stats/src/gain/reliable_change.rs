use serde::{Deserialize, Serialize};

use crate::distributions::raw::normal;
use crate::paired::Pairs;
use crate::{Basis, ConfidenceLevel, Method, Moments, StatsError};

/// Whether a case changed by more than measurement error explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeClass {
    /// Rose beyond measurement error.
    Improved,
    /// Within measurement error.
    Unchanged,
    /// Fell beyond measurement error.
    Deteriorated,
}

/// Reliable change of single cases; errors and the detectable change are in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReliableChange {
    /// Counts, level, warnings.
    pub basis: Basis,
    /// Standard error of measurement.
    pub sem: f64,
    /// Standard error of a difference of two measurements.
    pub s_diff: f64,
    /// Smallest change beyond measurement error at the level asked for.
    pub minimal_detectable_change: f64,
    /// Change of each input case in units of `s_diff`; absent where a score is missing.
    pub rci: Vec<Option<f64>>,
    /// Class of each input case; absent where a score is missing.
    pub class: Vec<Option<ChangeClass>>,
    /// Cases that rose beyond measurement error.
    pub n_improved: usize,
    /// Cases within measurement error.
    pub n_unchanged: usize,
    /// Cases that fell beyond measurement error.
    pub n_deteriorated: usize,
}

/// Reliable change index and minimal detectable change.
///
/// `reliability` is that of the instrument in the same population, 0..1; an internal consistency
/// such as alpha is not a test-retest reliability and makes changes look more certain.
///
/// # Formula
///
/// ```text
/// sem = s_pre sqrt(1 - reliability),  s_diff = sqrt(2) sem
/// rci = (post - pre) / s_diff,  reliable when |rci| > z
/// minimal detectable change = z s_diff,  z the normal quantile of (1 + level) / 2
/// ```
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `0 <= reliability < 1`, [`StatsError::LengthMismatch`],
/// [`StatsError::NotFinite`], [`StatsError::TooFew`] below two complete pairs,
/// [`StatsError::NoVariation`] when pre is constant.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{ConfidenceLevel, gain::reliable_change};
///
/// let (pre, post) = ([10.0, 12.0, 9.0, 14.0], [11.0, 18.0, 9.0, 10.0]);
/// let change = reliable_change(&pre, &post, 0.8, ConfidenceLevel::default())?;
/// assert_eq!((change.n_improved, change.n_unchanged, change.n_deteriorated), (1, 2, 1));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Jacobson and Truax (1991).
#[doc(alias = "MDC")]
#[doc(alias = "RCI")]
pub fn reliable_change(
    pre: &[f64],
    post: &[f64],
    reliability: f64,
    level: ConfidenceLevel,
) -> Result<ReliableChange, StatsError> {
    if !(0.0..1.0).contains(&reliability) {
        return Err(StatsError::parameter("reliability", reliability, 0.0, 1.0));
    }
    let pairs = Pairs::new(pre, post, 2)?;
    let sd = Moments::of(&pairs.pre).sd().unwrap_or_default();
    if sd == 0.0 {
        return Err(StatsError::NoVariation { what: "pre scores" });
    }
    let sem = sd * (1.0 - reliability).sqrt();
    let s_diff = std::f64::consts::SQRT_2 * sem;
    let z = -normal::quantile(level.tail());
    let rci: Vec<Option<f64>> = pre
        .iter()
        .zip(post)
        .map(|(a, b)| Some((b - a) / s_diff).filter(|index| !index.is_nan()))
        .collect();
    let class: Vec<_> = rci
        .iter()
        .map(|index| index.map(|index| classify(index, z)))
        .collect();
    let count = |wanted| class.iter().filter(|class| **class == Some(wanted)).count();
    Ok(ReliableChange {
        basis: Basis::new(Method::new("reliable_change"), pre.len(), pairs.n()).level(level),
        sem,
        s_diff,
        minimal_detectable_change: z * s_diff,
        n_improved: count(ChangeClass::Improved),
        n_unchanged: count(ChangeClass::Unchanged),
        n_deteriorated: count(ChangeClass::Deteriorated),
        rci,
        class,
    })
}

fn classify(index: f64, z: f64) -> ChangeClass {
    if index > z {
        ChangeClass::Improved
    } else if index < -z {
        ChangeClass::Deteriorated
    } else {
        ChangeClass::Unchanged
    }
}
