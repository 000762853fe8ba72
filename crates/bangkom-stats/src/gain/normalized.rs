use serde::{Deserialize, Serialize};

use super::{Scale, bounds, individual_gains, normalized_changes};
use crate::{Basis, Method, Moments, StatsError, Warning, sample};

/// Hake's bands of the class gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GainBand {
    /// Below 0.3.
    Low,
    /// From 0.3, below 0.7.
    Medium,
    /// From 0.7.
    High,
}

impl GainBand {
    /// The band of a class gain.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::gain::GainBand;
    ///
    /// assert_eq!(GainBand::of(0.3), GainBand::Medium);
    /// ```
    pub fn of(class_gain: f64) -> Self {
        if class_gain < 0.3 {
            Self::Low
        } else if class_gain < 0.7 {
            Self::Medium
        } else {
            Self::High
        }
    }
}

/// Gains of a group on a bounded scale; gains and changes are shares of the room there was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gains {
    /// Counts; warnings for floors and ceilings above 15 % and for cases without a value.
    pub basis: Basis,
    /// Mean gain by the room above the mean of pre; absent when everybody starts at the top.
    pub class_gain: Option<f64>,
    /// Band of the class gain.
    pub band: Option<GainBand>,
    /// Mean of the gains of single cases below the top.
    pub individual_mean: Option<f64>,
    /// Their standard deviation; absent below two.
    pub individual_sd: Option<f64>,
    /// How many cases have an individual gain.
    pub individual_n: usize,
    /// Cases that start at the top.
    pub n_pre_at_max: usize,
    /// Mean normalised change.
    pub change_mean: Option<f64>,
    /// Median normalised change.
    pub change_median: Option<f64>,
    /// Standard deviation of the normalised changes; absent below two.
    pub change_sd: Option<f64>,
    /// How many cases have a normalised change.
    pub change_n: usize,
    /// Cases that stay at an end of the scale and have none.
    pub change_dropped: usize,
    /// Cases that rose.
    pub n_gain: usize,
    /// Cases that stayed.
    pub n_same: usize,
    /// Cases that fell.
    pub n_loss: usize,
    /// Share of pre at the lowest score, 0..1.
    pub floor_pre: f64,
    /// Share of pre at the highest score, 0..1.
    pub ceiling_pre: f64,
    /// Share of post at the lowest score, 0..1.
    pub floor_post: f64,
    /// Share of post at the highest score, 0..1.
    pub ceiling_post: f64,
}

/// Class gain, mean individual gain and normalised change of a group.
///
/// The three differ: a class gain is a ratio of means, the mean individual gain explodes for
/// losses from near the top, the normalised change does not.
///
/// # Formula
///
/// ```text
/// class gain = (mean post - mean pre) / (high - mean pre)
/// individual gain and normalised change as in individual_gains and normalized_changes
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::OutOfRange`] for a score outside the scale,
/// [`StatsError::TooFew`] without a complete pair.
///
/// # Examples
///
/// ```
/// use bangkom_stats::gain::{self, GainBand, Scale};
///
/// let (pre, post) = ([3.0, 5.0, 4.0, 9.0], [4.0, 8.0, 7.0, 8.0]);
/// let gains = gain::normalized(&pre, &post, Scale::new(0.0, 10.0)?)?;
/// assert_eq!(gains.class_gain, Some(1.5 / 4.75));
/// assert_eq!((gains.band, gains.n_loss), (Some(GainBand::Medium), 1));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Hake (1998), class gain and bands; Marx and Cummings (2007), normalised change.
#[doc(alias = "n_gain")]
#[doc(alias = "hake")]
pub fn normalized(pre: &[f64], post: &[f64], scale: Scale) -> Result<Gains, StatsError> {
    let gains = individual_gains(pre, post, scale)?;
    let changes = normalized_changes(pre, post, scale)?;
    let (a, b) = sample::present_pairs(["pre", "post"], pre, post, 1)?;
    let gains: Vec<f64> = gains.into_iter().flatten().collect();
    let mut changes: Vec<f64> = changes.into_iter().flatten().collect();
    let (gain, change) = (Moments::of(&gains), Moments::of(&changes));
    let class_gain = class_gain(&a, &b, scale);
    let (floor_pre, ceiling_pre) = bounds::shares(&a, scale);
    let (floor_post, ceiling_post) = bounds::shares(&b, scale);
    let count =
        |keep: fn(f64, f64) -> bool| a.iter().zip(&b).filter(|(x, y)| keep(**x, **y)).count();
    let n = a.len();
    let dropped = n - changes.len();
    Ok(Gains {
        basis: Basis::new(Method::new("normalized_gain"), pre.len(), n)
            .warn_if(
                floor_pre > bounds::FLAG,
                Warning::Floor { share: floor_pre },
            )
            .warn_if(
                ceiling_pre > bounds::FLAG,
                Warning::Ceiling { share: ceiling_pre },
            )
            .warn_if(
                floor_post > bounds::FLAG,
                Warning::Floor { share: floor_post },
            )
            .warn_if(
                ceiling_post > bounds::FLAG,
                Warning::Ceiling {
                    share: ceiling_post,
                },
            )
            .warn_if(dropped > 0, Warning::UndefinedDropped { count: dropped }),
        class_gain,
        band: class_gain.map(GainBand::of),
        individual_mean: gain.mean(),
        individual_sd: gain.sd(),
        individual_n: gains.len(),
        n_pre_at_max: n - gains.len(),
        change_mean: change.mean(),
        change_median: median(&mut changes),
        change_sd: change.sd(),
        change_n: n - dropped,
        change_dropped: dropped,
        n_gain: count(|x, y| y > x),
        n_same: count(|x, y| y == x),
        n_loss: count(|x, y| y < x),
        floor_pre,
        ceiling_pre,
        floor_post,
        ceiling_post,
    })
}

/// Ratio of the summed gains to the summed room, so that an offset costs no digits.
fn class_gain(pre: &[f64], post: &[f64], scale: Scale) -> Option<f64> {
    let gains: Vec<f64> = pre.iter().zip(post).map(|(a, b)| b - a).collect();
    let room: Vec<f64> = pre.iter().map(|a| scale.high() - a).collect();
    let room = Moments::of(&room).mean().filter(|room| *room > 0.0)?;
    Some(Moments::of(&gains).mean()? / room)
}

/// Middle value, `None` of nothing.
pub(crate) fn median(values: &mut [f64]) -> Option<f64> {
    let n = values.len();
    if n == 0 {
        return None;
    }
    let (below, middle, _) = values.select_nth_unstable_by(n / 2, f64::total_cmp);
    let middle = *middle;
    if n % 2 == 1 {
        return Some(middle);
    }
    let below = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(0.5 * below + 0.5 * middle)
}
