use bangkom_domain::evidence::{EvidenceLevel, SourceKind};
use serde::{Deserialize, Serialize};

/// How one kind of source counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRule {
    /// The kind of source.
    pub kind: SourceKind,
    /// Whether it speaks of persons or of units; evidence about the other is a finding.
    pub level: EvidenceLevel,
    /// Its weight beside the other kinds, 0 to 1000; with 0 it is shown but does not count.
    pub weight: f64,
    /// How unsure the weight itself is, as a standard deviation, 0 to 1000; 0 takes it as
    /// certain.
    #[serde(default)]
    pub weight_sd: f64,
    /// After how many days an answer counts half.
    pub half_life_days: f64,
    /// The least number of raters, an answer without a named rater counting as one; of fewer
    /// nothing is shown, and the kind is named as missing.
    pub min_answers: u32,
    /// Whether its absence lowers the coverage.
    pub expected: bool,
    /// The standard deviation of answers, in levels, that is assumed before any is seen.
    pub assumed_sd: f64,
}

impl SourceRule {
    /// The default rule of a kind.
    ///
    /// Weights are a starting point to be replaced by the agency's own: an assessment centre
    /// counts most, then the superior; what describes a whole unit counts little; a rating of
    /// oneself is shown and does not count.
    ///
    /// ```
    /// use bangkom_domain::evidence::SourceKind;
    /// use bangkom_needs::SourceRule;
    ///
    /// assert_eq!(SourceRule::preset(SourceKind::SelfRating).weight, 0.0);
    /// assert_eq!(SourceRule::preset(SourceKind::Peer).min_answers, 3);
    /// let survey = SourceRule::preset(SourceKind::SatisfactionSurvey);
    /// assert_eq!(survey.level, SourceKind::SatisfactionSurvey.level());
    /// ```
    pub fn preset(kind: SourceKind) -> Self {
        let (weight, half_life_days, min_answers, expected, assumed_sd) = match kind {
            SourceKind::Assessment => (0.30, 730.0, 1, true, 0.5),
            SourceKind::Superior => (0.25, 365.0, 1, true, 0.7),
            SourceKind::Appraisal => (0.15, 365.0, 1, true, 0.7),
            SourceKind::Peer => (0.10, 365.0, 3, true, 0.8),
            SourceKind::Subordinate => (0.05, 365.0, 3, false, 0.8),
            SourceKind::Observation => (0.15, 270.0, 1, false, 0.6),
            SourceKind::TrainingResult => (0.10, 365.0, 1, false, 0.7),
            SourceKind::SatisfactionSurvey => (0.10, 180.0, 30, false, 1.0),
            SourceKind::Complaints => (0.05, 180.0, 1, false, 1.0),
            _ => (0.0, 365.0, 1, false, 1.0),
        };
        Self {
            kind,
            level: kind.level(),
            weight,
            weight_sd: 0.0,
            half_life_days,
            min_answers,
            expected,
            assumed_sd,
        }
    }
}
