use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;
use bangkom_stats::distributions::normal;
use serde::{Deserialize, Serialize};

use crate::score::{Combined, Contribution, MissingSource};

/// What the sources say together of one person and competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The combined level, in 1e-9 levels; `None` when the evidence is not enough.
    pub level: Option<Personal<Nano>>,
    /// The share of the expected weight that is present, 0 to 1, in 1e-9.
    pub coverage: Nano,
    /// What each kind of source gave, by the code of the kind; the amounts sum to the level.
    pub contributions: Personal<Vec<Contribution>>,
    /// How many independent answers of equal weight would be as sure, in 1e-9.
    pub effective_number: Personal<Nano>,
    /// The standard error of the level, in 1e-9 levels.
    pub standard_error: Personal<Nano>,
    /// What is not there, ordered by kind.
    pub missing: Vec<MissingSource>,
}

impl Score {
    pub(crate) fn new(combined: Combined) -> Self {
        let grid = |value| Nano::from_f64(value).unwrap_or_default();
        let (coverage, missing) = (combined.coverage, combined.missing);
        let Some(level) = combined.level else {
            return Self {
                level: None,
                coverage,
                contributions: Vec::new().into(),
                effective_number: Nano::ZERO.into(),
                standard_error: Nano::ZERO.into(),
                missing,
            };
        };
        Self {
            level: Some(level.current.into()),
            coverage,
            contributions: level.contributions.into(),
            effective_number: grid(level.effective_number).into(),
            standard_error: grid(level.standard_error).into(),
            missing,
        }
    }

    /// The probability that the level is more than `margin` levels below what is required.
    ///
    /// `None` when there is no level. With a standard error of zero it is 0 or 1.
    ///
    /// # Formula
    ///
    /// ```text
    /// Phi((required - margin - level) / standard error)
    /// ```
    ///
    /// # Examples
    /// [`ScoreState`](crate::ScoreState) shows how a score is made.
    pub fn gap_probability(&self, required: f64, margin: f64) -> Option<f64> {
        let distance = required - margin - self.level?.reveal().to_f64();
        let error = self.standard_error.reveal().to_f64();
        if error > 0.0 {
            return normal::cdf(distance / error).ok();
        }
        Some(f64::from(u8::from(distance > 0.0)))
    }
}
