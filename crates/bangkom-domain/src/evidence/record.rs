use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Aspect, Subject};
use crate::id::{EvidenceId, RaterId, SourceId};
use crate::privacy::Personal;

/// One observation from one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord {
    /// Its id; two records with one id must be identical.
    pub id: EvidenceId,
    /// The source, declared in the same document.
    pub source: SourceId,
    /// Whom it is about.
    pub subject: Subject,
    /// What it is about.
    pub aspect: Aspect,
    /// The value on the scale of the source.
    pub value: Personal<f64>,
    /// The day it describes.
    pub date: NaiveDate,
    /// Who rated, under a pseudonym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rater: Option<RaterId>,
    /// How many answers or cases the value stands for, one unless said.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: u32,
    /// How many cases, days or citizens stood behind it, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<f64>,
}

fn one() -> u32 {
    1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes fields by reference"
)]
fn is_one(count: &u32) -> bool {
    *count == 1
}
