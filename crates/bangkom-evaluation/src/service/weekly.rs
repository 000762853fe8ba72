use bangkom_stats::ConfidenceLevel;
use bangkom_stats::distributions::normal;

use super::Difference;
use super::followed::{Followed, MOST_CASES};
use crate::compare::{Asked, Estimate, NoOpinion, SecondOpinion};

/// A change with the error of whole weeks.
pub(super) struct Weekly {
    estimate: f64,
    error: f64,
    pub(super) waves: f64,
}

impl Weekly {
    pub(super) fn opinion(
        &self,
        headline: Option<&Estimate>,
        level: ConfidenceLevel,
    ) -> SecondOpinion {
        let p = normal::sf(self.estimate.abs() / self.error).unwrap_or(0.5);
        let p = (2.0 * p).clamp(f64::MIN_POSITIVE, 1.0);
        let asked = Asked::new("restricted_mean by week of opening", self.estimate, p);
        asked.beside(headline.map(|it| it.side(level)), level)
    }
}

/// The error of a change when cases of one week may go alike, each week left out in turn.
///
/// # References
/// Efron and Tibshirani 1993, the delete-a-group jackknife.
pub(super) fn weekly(
    stretches: &[&Followed],
    limit: f64,
    change: Option<Difference>,
    level: ConfidenceLevel,
) -> Option<Weekly> {
    let plain = stretches.iter().try_fold(0.0, |sum, side| {
        Some(sum + side.curve(limit, level)?.restricted_mean.se.powi(2))
    })?;
    let together = stretches
        .iter()
        .try_fold(0.0, |sum, side| Some(sum + side.by_week(limit, level)?))?;
    (plain > 0.0 && together > 0.0).then_some(Weekly {
        estimate: change?.estimate,
        error: together.sqrt(),
        waves: together / plain,
    })
}

/// Why cases of a week could not be taken together.
pub(super) fn silence(stretches: &[&Followed], headline: Option<&Estimate>) -> NoOpinion {
    let many = |side: &&Followed| side.days.len() > MOST_CASES;
    match headline {
        None => NoOpinion::NoFigure,
        Some(_) if stretches.iter().any(many) => NoOpinion::TooMany,
        Some(_) => NoOpinion::TooFew,
    }
}
