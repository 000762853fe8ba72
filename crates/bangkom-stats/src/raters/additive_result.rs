use serde::{Deserialize, Serialize};

use crate::{Basis, StatsError};

/// Levels of targets freed of the raters' severity, and the severity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdditiveSeverity {
    /// What the result rests on; counts are ratings.
    pub basis: Basis,
    /// Groups within which levels compare; more than one when no chain of ratings joins them.
    pub components: Vec<AdditiveComponent>,
    /// Each target by its number; absent without a rating.
    pub targets: Vec<Option<AdjustedTarget>>,
    /// Each rater by its number; absent without a rating.
    pub raters: Vec<Option<RaterEffect>>,
    /// Residual sum of squares, in squared units of the ratings.
    pub rss: f64,
    /// Degrees of freedom of the residuals.
    pub df: usize,
    /// `rss / df`; absent when no degree of freedom is left.
    pub residual_variance: Option<f64>,
}

/// Targets and raters that compare with each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdditiveComponent {
    /// Its targets, ascending.
    pub targets: Vec<usize>,
    /// Its raters, ascending.
    pub raters: Vec<usize>,
    /// General level: every target and every rater counting once.
    pub mu: f64,
}

/// What is said of one target.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdjustedTarget {
    /// Place of its component.
    pub component: usize,
    /// Ratings that it has.
    pub n_ratings: usize,
    /// Plain mean of its ratings.
    pub mean: f64,
    /// Least-squares effect; the targets of a component sum to zero.
    pub effect: f64,
    /// Level that the average rater of the component would give it.
    pub adjusted: f64,
    /// Standard error of that level by least squares; absent without degrees of freedom or in a
    /// component too large for it.
    pub se: Option<f64>,
}

/// What is said of one rater.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaterEffect {
    /// Place of its component.
    pub component: usize,
    /// Ratings that it gave.
    pub n_ratings: usize,
    /// Least-squares effect: how much more than the average rater of the component this one
    /// gives to the same target. Positive is lenient, negative severe; a component sums to zero.
    pub effect: f64,
    /// Standard error of the effect; absent for the only rater of a component, without degrees
    /// of freedom, and in a component too large for it.
    pub se: Option<f64>,
    /// Share of the effect that was applied, 0..1; 1 unless the options ask for less.
    pub weight: f64,
    /// The effect that was taken off the ratings: `weight * effect`.
    pub applied: f64,
}

impl AdditiveSeverity {
    /// How much more the first rater gives than the second.
    ///
    /// # Errors
    ///
    /// [`StatsError::Undefined`] when a rater has no rating, or no chain of shared targets joins
    /// the two.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::raters::{AdditiveOptions, RatingTable, additive_severity};
    ///
    /// let na = f64::NAN;
    /// let table = RatingTable::from_rows(&[[3.0, 4.0, na], [2.0, 3.0, na], [na, na, 5.0]])?;
    /// let result = additive_severity(&table, &AdditiveOptions::default())?;
    /// assert_eq!(result.rater_difference(1, 0)?, 1.0);
    /// assert!(result.rater_difference(2, 0).is_err());
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn rater_difference(&self, first: usize, second: usize) -> Result<f64, StatsError> {
        let of = |rater: usize| {
            let found = self.raters.get(rater).copied().flatten();
            found.map(|rater| (rater.component, rater.effect))
        };
        difference("the difference of raters", of(first), of(second))
    }

    /// How much higher the adjusted level of the first target is than that of the second.
    ///
    /// # Errors
    ///
    /// [`StatsError::Undefined`] when a target has no rating, or no chain of shared raters joins
    /// the two.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::raters::{AdditiveOptions, RatingTable, additive_severity};
    ///
    /// // The second rater gives one more than the first; the third target met only him.
    /// let table = RatingTable::from_rows(&[[3.0, 4.0], [2.0, 3.0], [f64::NAN, 4.0]])?;
    /// let result = additive_severity(&table, &AdditiveOptions::default())?;
    /// assert!(result.target_difference(2, 0)?.abs() < 1e-12);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn target_difference(&self, first: usize, second: usize) -> Result<f64, StatsError> {
        let of = |target: usize| {
            let found = self.targets.get(target).copied().flatten();
            found.map(|target| (target.component, target.adjusted))
        };
        difference("the difference of targets", of(first), of(second))
    }
}

fn difference(
    what: &'static str,
    first: Option<(usize, f64)>,
    second: Option<(usize, f64)>,
) -> Result<f64, StatsError> {
    let refused = |why| Err(StatsError::Undefined { what, why });
    match (first, second) {
        (Some((a, first)), Some((b, second))) if a == b => Ok(first - second),
        (Some(_), Some(_)) => refused("no chain of ratings joins the two"),
        _ => refused("one of them has no rating"),
    }
}
