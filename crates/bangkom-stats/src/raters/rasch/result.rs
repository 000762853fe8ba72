use serde::{Deserialize, Serialize};

use crate::raters::Component;
use crate::{Basis, StatsError};

/// A many-facet Rasch model of targets and raters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingScaleModel {
    /// What the result rests on; counts are ratings, extreme elements' ratings not used.
    pub basis: Basis,
    /// Whether there are estimates.
    pub status: RaschStatus,
    /// Categories in use among the elements that could be measured, ascending. Others are taken
    /// out of the scale, which closes up.
    pub categories: Vec<u32>,
    /// Declared categories that are not in use.
    pub unused_categories: Vec<u32>,
    /// Groups within which measures compare; more than one when no chain of ratings joins them.
    pub components: Vec<Component>,
    /// Ability of each target by its number.
    pub targets: Vec<Measure>,
    /// Severity of each rater by its number: positive gives less.
    pub raters: Vec<Measure>,
    /// Where the odds of a category against the one below are even, for each category in use
    /// but the first; empty without estimates.
    pub thresholds: Vec<Threshold>,
    /// Logarithm of the likelihood at the estimates; absent without them.
    pub log_likelihood: Option<f64>,
    /// About which share of their spread the measures of targets would have without the bias of
    /// joint estimation: `(R - 1) / R` for `R` ratings per target, 0..1. Nothing is corrected.
    pub bias_factor: Option<f64>,
}

/// Whether a model has estimates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RaschStatus {
    /// It has.
    Estimated,
    /// The likelihood rises for ever along these elements, so that they have no finite measure.
    Separated(Separation),
    /// Every element is extreme or stands alone.
    NothingLeft,
}

/// Elements that the likelihood drives apart without end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Separation {
    /// Targets, by number.
    pub targets: Vec<usize>,
    /// Raters, by number.
    pub raters: Vec<usize>,
    /// Upper categories of thresholds.
    pub categories: Vec<u32>,
}

/// The measure of a target or a rater, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Measure {
    /// No rating, none by an element that can be measured, or all ratings left are equal.
    Unrated,
    /// All ratings lie in the lowest category left: the estimate is without bound.
    AllLowest,
    /// All ratings lie in the highest category left: the estimate is without bound.
    AllHighest,
    /// The table separates: see [`RaschStatus::Separated`].
    Separated,
    /// A finite estimate.
    Estimated(ElementFit),
}

/// The estimate of one target or rater.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElementFit {
    /// Place of its component.
    pub component: usize,
    /// Ratings used.
    pub n_ratings: usize,
    /// Ability of a target, severity of a rater.
    pub logit: f64,
    /// Standard error from the joint information under the constraints; absent for the only
    /// rater of a component.
    pub se: Option<f64>,
    /// Information-weighted mean square of the residuals; 1 is expected, more is noise, less is
    /// too good to be true.
    pub infit: f64,
    /// Plain mean square of the standardized residuals, which outliers move most.
    pub outfit: f64,
    /// Plain mean of its ratings, in category numbers.
    pub mean: f64,
    /// Rating to expect of an average partner of the component, in category numbers: for a
    /// target the level freed of severity.
    pub fair_average: f64,
}

/// One threshold of the rating scale.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// The category above it.
    pub category: u32,
    /// Its place relative to ability less severity.
    pub logit: f64,
    /// Its standard error; absent for the only threshold, which is zero.
    pub se: Option<f64>,
}

impl Measure {
    /// The estimate, if there is one.
    pub const fn estimate(&self) -> Option<&ElementFit> {
        match self {
            Self::Estimated(fit) => Some(fit),
            _ => None,
        }
    }
}

impl RatingScaleModel {
    /// How much more severe the first rater is than the second, in logits.
    ///
    /// # Errors
    ///
    /// [`StatsError::Undefined`] when one of them has no estimate, or no chain of ratings joins
    /// the two.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::raters::RatingTable;
    /// use bangkom_stats::raters::rasch::rating_scale_model;
    ///
    /// let rows = [[2.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [2.0, 0.0]];
    /// let model = rating_scale_model(&RatingTable::from_rows(&rows)?, 3)?;
    /// assert!(model.severity_difference(1, 0)? > 0.0);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn severity_difference(&self, first: usize, second: usize) -> Result<f64, StatsError> {
        let of = |rater: usize| self.raters.get(rater).and_then(Measure::estimate);
        let refused = |why| {
            Err(StatsError::Undefined {
                what: "the difference of raters",
                why,
            })
        };
        match (of(first), of(second)) {
            (Some(a), Some(b)) if a.component == b.component => Ok(a.logit - b.logit),
            (Some(_), Some(_)) => refused("no chain of ratings joins the two"),
            _ => refused("one of them has no finite estimate"),
        }
    }
}
