use super::Scale;
use crate::{StatsError, sample};

/// Each case's gain as a share of the room above its first score.
///
/// `None` where the first score is at the top already, or where a score is missing. The unit is a
/// share: 1 is all the room there was, a loss is negative and may be below -1.
///
/// # Formula
///
/// ```text
/// (post - pre) / (high - pre)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], or [`StatsError::OutOfRange`] for a score outside the scale.
///
/// # Examples
///
/// ```
/// use bangkom_stats::gain::{Scale, individual_gains};
///
/// let gains = individual_gains(&[4.0, 10.0], &[7.0, 9.0], Scale::new(0.0, 10.0)?)?;
/// assert_eq!(gains, [Some(0.5), None]);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Hake (1998), applied to single learners.
pub fn individual_gains(
    pre: &[f64],
    post: &[f64],
    scale: Scale,
) -> Result<Vec<Option<f64>>, StatsError> {
    per_case(pre, post, scale, |a, b| {
        (a < scale.high()).then(|| (b - a) / (scale.high() - a))
    })
}

/// Each case's normalised change: a gain by the room above, a loss by the room below.
///
/// `None` where a case stays at an end of the scale, or where a score is missing; -1..1 otherwise.
///
/// # Formula
///
/// ```text
/// (post - pre) / (high - pre) if post > pre,  (post - pre) / (pre - low) if post < pre,  0 if equal
/// ```
///
/// Marx and Cummings have `low = 0`; for scales that start elsewhere the room below is measured
/// from `low`.
///
/// # Errors
///
/// As [`individual_gains`].
///
/// # Examples
///
/// ```
/// use bangkom_stats::gain::{Scale, normalized_changes};
///
/// let (pre, post) = ([4.0, 8.0, 10.0], [7.0, 6.0, 10.0]);
/// let changes = normalized_changes(&pre, &post, Scale::new(0.0, 10.0)?)?;
/// assert_eq!(changes, [Some(0.5), Some(-0.25), None]);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Marx and Cummings (2007), "Normalized change".
pub fn normalized_changes(
    pre: &[f64],
    post: &[f64],
    scale: Scale,
) -> Result<Vec<Option<f64>>, StatsError> {
    per_case(pre, post, scale, |a, b| {
        if b > a {
            Some((b - a) / (scale.high() - a))
        } else if b < a {
            Some((b - a) / (a - scale.low()))
        } else {
            (a > scale.low() && a < scale.high()).then_some(0.0)
        }
    })
}

fn per_case(
    pre: &[f64],
    post: &[f64],
    scale: Scale,
    value: impl Fn(f64, f64) -> Option<f64>,
) -> Result<Vec<Option<f64>>, StatsError> {
    sample::same_length(pre.len(), post.len())?;
    scale.check("pre", pre)?;
    scale.check("post", post)?;
    let pairs = pre.iter().zip(post);
    Ok(pairs
        .map(|(a, b)| {
            if a.is_nan() || b.is_nan() {
                None
            } else {
                value(*a, *b)
            }
        })
        .collect())
}
