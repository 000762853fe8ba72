use serde::{Deserialize, Serialize};

use crate::sample::{refuse_infinite, same_length};
use crate::two_sample::{TwoSampleT, welch};
use crate::{Basis, Method, StatsError, TestOptions};

/// Result of [`dropouts`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dropouts {
    /// Counts of persons; used are those with a first measurement, who left or stayed.
    pub basis: Basis,
    /// Persons with both measurements.
    pub n_complete: usize,
    /// Share without a second measurement, 0..1.
    pub attrition: f64,
    /// First measurement of those who left minus that of those who stayed, by Welch's test.
    pub difference: TwoSampleT,
}

/// Whether those who left differ at the start from those who stayed.
///
/// # Formula
///
/// ```text
/// mean(pre | post missing) - mean(pre | post present), Welch's t
/// ```
///
/// # Parameters
///
/// - `pre`, `post`: one entry a person; NaN where missing. Persons without `pre` are left out.
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two
/// persons who left or stayed; [`StatsError::NoVariation`] when neither group varies.
///
/// # Examples
///
/// ```
/// use bangkom_stats::TestOptions;
/// use bangkom_stats::attrition::dropouts;
///
/// let pre = [50.0, 60.0, 55.0, 40.0, 45.0];
/// let post = [70.0, 75.0, 72.0, f64::NAN, f64::NAN];
/// let result = dropouts(&pre, &post, &TestOptions::default())?;
/// assert_eq!((result.attrition, result.difference.mean_diff), (0.4, -12.5));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Welch (1947); Goodman and Blum (1996) for the comparison.
pub fn dropouts(pre: &[f64], post: &[f64], options: &TestOptions) -> Result<Dropouts, StatsError> {
    same_length(pre.len(), post.len())?;
    refuse_infinite("pre", pre)?;
    refuse_infinite("post", post)?;
    let of = |left: bool| -> Vec<f64> {
        let pairs = pre.iter().zip(post);
        let kept = pairs.filter(|(pre, post)| !pre.is_nan() && post.is_nan() == left);
        kept.map(|(pre, _)| *pre).collect()
    };
    let (stayed, left) = (of(false), of(true));
    let n = stayed.len() + left.len();
    Ok(Dropouts {
        basis: Basis::new(Method::new("dropouts"), pre.len(), n)
            .alternative(options.alternative)
            .level(options.level),
        n_complete: stayed.len(),
        attrition: left.len() as f64 / n.max(1) as f64,
        difference: welch(&stayed, &left, options)?,
    })
}
