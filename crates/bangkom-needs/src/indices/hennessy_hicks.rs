use bangkom_stats::{StatsError, sample};
use serde::{Deserialize, Serialize};

use super::ratings::{Complete, mean};

/// The four ratings of one item, by the same members in the same order; NaN where missing.
#[derive(Clone, Copy, PartialEq)]
pub struct HennessyHicksRatings<'a> {
    /// How critical the task is to the job.
    pub importance: &'a [f64],
    /// How well the task is performed at present.
    pub performance: &'a [f64],
    /// How far changes of the organisation would improve it.
    pub by_organisation: &'a [f64],
    /// How far training would improve it.
    pub by_training: &'a [f64],
}

impl std::fmt::Debug for HennessyHicksRatings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HennessyHicksRatings")
            .field("members", &self.importance.len())
            .finish_non_exhaustive()
    }
}

/// What would improve a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Training.
    Training,
    /// Changes of the organisation.
    Organisational,
    /// Both.
    Both,
    /// Neither, or there is no discrepancy to mend.
    Neither,
}

/// How one task stands, and what would improve it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HennessyHicks {
    /// How many members rated both importance and performance.
    pub n: usize,
    /// The mean importance.
    pub mean_importance: f64,
    /// The mean performance.
    pub mean_performance: f64,
    /// Importance less performance; positive is need.
    pub gap: f64,
    /// The mean rating of organisational change.
    pub by_organisation: f64,
    /// The mean rating of training.
    pub by_training: f64,
    /// What would improve the task.
    pub remedy: Remedy,
}

/// Scores one task of a training needs questionnaire in the manner of Hennessy and Hicks.
///
/// A remedy counts where its mean rating is above `threshold`; the middle of the scale, 4 of 1
/// to 7, is usual. Only the scoring is here: the items are the office's own.
///
/// # Formula
/// ```text
/// gap = mean(importance) - mean(performance)
/// remedy: training / organisational / both, by mean ratings above the threshold;
///         neither where there is no gap or no rating is above
/// ```
///
/// # Errors
/// [`StatsError::LengthMismatch`] when the four lists differ in length, [`StatsError::NotFinite`]
/// for an infinite rating or a threshold that is no number, [`StatsError::TooFew`] when a remedy
/// has no rating or no member rated both importance and performance.
///
/// # Examples
/// ```
/// use bangkom_needs::indices::{HennessyHicksRatings, Remedy, hennessy_hicks};
///
/// let task = HennessyHicksRatings {
///     importance: &[7.0, 6.0, 7.0],
///     performance: &[3.0, 4.0, 5.0],
///     by_organisation: &[2.0, 3.0, f64::NAN],
///     by_training: &[6.0, 5.0, 7.0],
/// };
/// assert_eq!(hennessy_hicks(&task, 4.0)?.remedy, Remedy::Training);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Hicks and Hennessy 1996, training needs analysis by importance, performance and remedy.
pub fn hennessy_hicks(
    ratings: &HennessyHicksRatings<'_>,
    threshold: f64,
) -> Result<HennessyHicks, StatsError> {
    if !threshold.is_finite() {
        let argument = "threshold";
        return Err(StatsError::NotFinite { argument, index: 0 });
    }
    let pairs = Complete::of(ratings.importance, ratings.performance)?;
    let first = ratings.importance.len();
    let rated = |argument, values: &[f64]| {
        let second = values.len();
        if first != second {
            return Err(StatsError::LengthMismatch { first, second });
        }
        sample::present(argument, values, 1).map(|kept| mean(&kept))
    };
    let by_organisation = rated("by_organisation", ratings.by_organisation)?;
    let by_training = rated("by_training", ratings.by_training)?;
    let gap = pairs.mean_importance - pairs.mean_ability;
    let remedy = match (by_training > threshold, by_organisation > threshold) {
        _ if gap <= 0.0 => Remedy::Neither,
        (true, true) => Remedy::Both,
        (true, false) => Remedy::Training,
        (false, true) => Remedy::Organisational,
        (false, false) => Remedy::Neither,
    };
    Ok(HennessyHicks {
        n: pairs.n(),
        mean_importance: pairs.mean_importance,
        mean_performance: pairs.mean_ability,
        gap,
        by_organisation,
        by_training,
        remedy,
    })
}
