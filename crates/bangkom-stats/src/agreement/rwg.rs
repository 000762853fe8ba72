use serde::{Deserialize, Serialize};

use crate::grid::Grid;
use crate::sample::{at_least, present, representable};
use crate::{Basis, Method, Moments, StatsError, Warning};

/// Agreement of a group of raters on one object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithinGroupAgreement {
    /// What the result rests on; counts are raters.
    pub basis: Basis,
    /// Variance of the ratings (of the items' mean when there are several), divisor n - 1.
    pub variance: f64,
    /// Variance of ratings given at random over the scale.
    pub random_variance: f64,
    /// Agreement, at most 1; negative when raters differ more than random ones would.
    pub value: f64,
    /// The same with negative values set to 0, as James, Demaree and Wolf advise.
    pub truncated: f64,
}

/// Within-group agreement on one item, against ratings spread evenly over the scale.
///
/// `points` is the number of points of the scale, for example 5.
///
/// # Formula
///
/// ```text
/// r_wg = 1 - s^2 / ((A^2 - 1) / 12)
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] below two ratings or two points, [`StatsError::NotFinite`].
///
/// # Examples
///
/// ```
/// use bangkom_stats::agreement::r_wg;
///
/// let result = r_wg(&[4.0, 4.0, 5.0, 4.0, 3.0, 4.0], 5)?;
/// assert!((result.value - 0.8).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// James, Demaree and Wolf (1984), formula 5.
pub fn r_wg(ratings: &[f64], points: u32) -> Result<WithinGroupAgreement, StatsError> {
    at_least(2, points as usize)?;
    let kept = present("ratings", ratings, 2)?;
    let variance = Moments::of(&kept).variance().unwrap_or(0.0);
    let basis = Basis::new(Method::new("r_wg"), ratings.len(), kept.len());
    agreement(basis, variance, points, |ratio| 1.0 - ratio)
}

/// Within-group agreement on the mean of parallel items: rows are raters, columns items.
///
/// # Formula
///
/// With the items' mean variance `s^2` and `u = s^2 / ((A^2 - 1) / 12)`:
///
/// ```text
/// r_wg(J) = J (1 - u) / (J (1 - u) + u)
/// ```
///
/// It has no meaning when raters differ more than random ones: `value` is then 0 with a warning.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two complete raters, one item or two points,
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::NotFinite`] with the row's index.
///
/// # Examples
///
/// ```
/// use bangkom_stats::agreement::r_wg_items;
///
/// let ratings = [[4.0, 5.0], [4.0, 4.0], [5.0, 4.0]];
/// let result = r_wg_items(&ratings, 5)?;
/// assert!((result.value - 0.909_090_909).abs() < 1e-9);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// James, Demaree and Wolf (1984), formula 6.
pub fn r_wg_items<R: AsRef<[f64]>>(
    ratings: &[R],
    points: u32,
) -> Result<WithinGroupAgreement, StatsError> {
    at_least(2, points as usize)?;
    let grid = Grid::complete("ratings", ratings)?;
    at_least(2, grid.n_rows())?;
    let items = grid.n_columns();
    let variance = |j| Moments::of(&grid.column(j)).variance().unwrap_or(0.0);
    let mean = (0..items).map(variance).sum::<f64>() / items as f64;
    let basis = Basis::new(Method::new("r_wg_j"), grid.n_input, grid.n_rows());
    let j = items as f64;
    let average = |ratio: f64| {
        let agreed = j * (1.0 - ratio).max(0.0);
        agreed / (agreed + ratio)
    };
    agreement(basis, mean, points, average)
}

fn agreement(
    basis: Basis,
    variance: f64,
    points: u32,
    of_ratio: impl Fn(f64) -> f64,
) -> Result<WithinGroupAgreement, StatsError> {
    representable("the variance", &[variance])?;
    let random_variance = (f64::from(points).powi(2) - 1.0) / 12.0;
    let ratio = variance / random_variance;
    let value = of_ratio(ratio);
    let boundary = Warning::Boundary {
        what: "r_wg".into(),
    };
    Ok(WithinGroupAgreement {
        basis: basis.warn_if(ratio > 1.0, boundary),
        variance,
        random_variance,
        value,
        truncated: value.max(0.0),
    })
}
