use bangkom_stats::agreement::IccEstimate;
use serde::{Deserialize, Serialize};

/// How far observers who saw the same person agree; 1 is full agreement.
///
/// # References
/// Krippendorff 2011; Shrout and Fleiss 1979, ICC(1,1): observers differ from person to person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObserverAgreement {
    /// How many people were seen by two or more.
    pub people: u32,
    /// How often all observers of a person gave the same score, 0 to 1.
    pub same: f64,
    /// How many people, counted once an occasion, had observers far apart.
    pub apart: u32,
    /// Krippendorff's alpha, interval metric; absent where all scores are equal, which says
    /// nothing of agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alpha: Option<f64>,
    /// The intraclass correlation of one observer, where all were seen by as many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icc: Option<IccEstimate>,
}

/// How far observers agree on one criterion of a rubric or checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionAgreement {
    /// The criterion.
    pub item: String,
    /// How many people were seen by two or more.
    pub people: u32,
    /// Krippendorff's alpha, interval metric; absent where all points are equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alpha: Option<f64>,
}
