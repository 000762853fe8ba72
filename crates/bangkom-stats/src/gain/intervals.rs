use serde::{Deserialize, Serialize};

use super::{Scale, normalized_changes};
use crate::bootstrap::{Bootstrap, BootstrapOptions, Mean, Statistic, confidence};
use crate::{StatsError, sample};

/// Bootstrap intervals of gains; all are shares of the room there was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GainIntervals {
    /// Of the class gain.
    pub class_gain: Bootstrap,
    /// Of the mean normalised change; absent when no case has one.
    pub change_mean: Option<Bootstrap>,
}

/// Bootstrap intervals of the class gain and of the mean normalised change.
///
/// Cases are resampled with both their scores.
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::OutOfRange`] for a score outside the scale,
/// [`StatsError::TooFew`] without a complete pair, [`StatsError::Undefined`] when every case starts
/// at the top.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{bootstrap::BootstrapOptions, gain};
///
/// let (pre, post) = ([3.0, 5.0, 4.0, 9.0, 6.0], [4.0, 8.0, 7.0, 8.0, 9.0]);
/// let scale = gain::Scale::new(0.0, 10.0)?;
/// let options = BootstrapOptions::default().replicates(999);
/// let intervals = gain::gain_intervals(&pre, &post, scale, &options)?;
/// assert!(intervals.class_gain.percentile.contains(intervals.class_gain.theta));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Efron (1987); Hake (1998); Marx and Cummings (2007).
pub fn gain_intervals(
    pre: &[f64],
    post: &[f64],
    scale: Scale,
    options: &BootstrapOptions,
) -> Result<GainIntervals, StatsError> {
    let changes = normalized_changes(pre, post, scale)?;
    let (a, b) = sample::present_pairs(["pre", "post"], pre, post, 1)?;
    let pairs: Vec<(f64, f64)> = a.into_iter().zip(b).collect();
    let class_gain = confidence(&pairs, &ClassGain(scale), options)?;
    // A case that stays at an end of the scale has no change, whether it is drawn or not.
    let changes: Vec<f64> = changes.into_iter().flatten().collect();
    let change_mean = if changes.is_empty() {
        None
    } else {
        Some(confidence(&changes, &Mean, options)?)
    };
    Ok(GainIntervals {
        class_gain,
        change_mean,
    })
}

/// The class gain of pairs of scores.
struct ClassGain(Scale);

impl Statistic<(f64, f64)> for ClassGain {
    fn of(&self, pairs: &[(f64, f64)]) -> Option<f64> {
        let n = pairs.len() as f64;
        let (gain, room) = pairs.iter().fold((0.0, 0.0), |(gain, room), (pre, post)| {
            (gain + (post - pre) / n, room + (self.0.high() - pre) / n)
        });
        (room > 0.0).then(|| gain / room)
    }
}
