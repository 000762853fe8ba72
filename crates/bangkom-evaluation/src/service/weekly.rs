use bangkom_stats::ConfidenceLevel;
use bangkom_stats::distributions::normal;

use super::Difference;
use super::followed::Followed;
use crate::compare::{Estimate, SecondOpinion, side};

/// The change with the error of whole weeks.
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
        SecondOpinion {
            method: "restricted_mean by week of opening".to_owned(),
            estimate: Some(self.estimate),
            p,
            agrees: headline.map(|it| it.side(level) == side(self.estimate, p, level)),
        }
    }
}

/// The error of the change when cases of one week may go alike, each week left out in turn.
///
/// # References
/// Efron and Tibshirani 1993, the delete-a-group jackknife.
pub(super) fn weekly(
    before: &Followed,
    after: &Followed,
    tau: f64,
    change: Option<Difference>,
    level: ConfidenceLevel,
) -> Option<Weekly> {
    let plain = [before, after].iter().try_fold(0.0, |sum, side| {
        Some(sum + side.curve(tau, level)?.restricted_mean.se.powi(2))
    })?;
    let together = before.by_week(tau, level)? + after.by_week(tau, level)?;
    (plain > 0.0 && together > 0.0).then_some(Weekly {
        estimate: change?.estimate,
        error: together.sqrt(),
        waves: together / plain,
    })
}
