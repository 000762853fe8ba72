//! Sources and records of evidence, as most tables give them.

use bangkom_domain::evidence::{
    Aspect, Direction, EvidenceRecord, EvidenceSource, Scale, ScaleError, SourceKind, Subject,
};
use bangkom_domain::id::SourceId;
use chrono::NaiveDate;

use crate::People;

/// A source on a scale from a lowest to a highest value, more being better.
pub(crate) fn source(
    id: SourceId,
    kind: SourceKind,
    (low, high): (f64, f64),
) -> Result<EvidenceSource, ScaleError> {
    Ok(EvidenceSource {
        id,
        kind,
        scale: Scale::new(low, high, Direction::HigherIsBetter)?,
        rate_per: None,
    })
}

/// Whom a record is about, what, and when.
pub(crate) struct About {
    pub(crate) subject: Subject,
    pub(crate) aspect: Aspect,
    pub(crate) date: NaiveDate,
}

impl People {
    /// A record that stands for one answer without a rater, its id derived from the key.
    pub(crate) fn record(
        &self,
        key: &str,
        source: &SourceId,
        about: About,
        value: f64,
    ) -> EvidenceRecord {
        EvidenceRecord {
            id: self.evidence(key),
            source: source.clone(),
            subject: about.subject,
            aspect: about.aspect,
            value: value.into(),
            date: about.date,
            rater: None,
            count: 1,
            exposure: None,
        }
    }
}
