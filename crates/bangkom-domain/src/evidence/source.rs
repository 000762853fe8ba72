use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::Scale;
use crate::enumeration::enumeration;
use crate::id::SourceId;

enumeration! {
    /// The kind of a source of evidence.
    #[doc(alias = "sumber")]
    SourceKind {
        /// Performance appraisal.
        Appraisal => "appraisal", "penilaian kinerja", "performance appraisal";
        /// Citizen satisfaction survey.
        SatisfactionSurvey => "satisfaction_survey", "survei kepuasan masyarakat", "satisfaction survey";
        /// Complaints by citizens.
        Complaints => "complaints", "pengaduan", "complaints";
        /// Rating by the superior.
        Superior => "superior", "atasan", "superior";
        /// Rating by peers.
        Peer => "peer", "rekan kerja", "peers";
        /// Rating by subordinates.
        Subordinate => "subordinate", "bawahan", "subordinates";
        /// Rating of oneself.
        SelfRating => "self", "diri sendiri", "self";
        /// Assessment centre or competency test.
        Assessment => "assessment", "uji kompetensi", "assessment";
        /// Direct observation at work.
        Observation => "observation", "observasi", "observation";
        /// What a finished training showed.
        TrainingResult => "training_result", "hasil pelatihan", "training result";
    }
}

enumeration! {
    /// Whether evidence speaks of one person or of a unit as a whole.
    EvidenceLevel {
        /// Of one person.
        Individual => "individual", "perseorangan", "individual";
        /// Of a unit as a whole; it reaches a person only through a link and by exposure.
        Unit => "unit", "unit kerja", "unit";
    }
}

impl SourceKind {
    /// Of whom sources of this kind usually speak.
    ///
    /// ```
    /// use bangkom_domain::evidence::{EvidenceLevel, SourceKind};
    ///
    /// assert_eq!(SourceKind::Complaints.level(), EvidenceLevel::Unit);
    /// assert_eq!(SourceKind::Peer.level(), EvidenceLevel::Individual);
    /// ```
    pub fn level(self) -> EvidenceLevel {
        match self {
            Self::SatisfactionSurvey | Self::Complaints => EvidenceLevel::Unit,
            _ => EvidenceLevel::Individual,
        }
    }
}

/// A source of evidence and the scale on which it speaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceSource {
    /// Its code.
    pub id: SourceId,
    /// Its kind.
    pub kind: SourceKind,
    /// The scale of its values.
    pub scale: Scale,
    /// For rates: to how many cases a value refers, such as 100 for complaints per 100 cases.
    ///
    /// With it, and the exposure of a record, the number of events behind a rate is known, so
    /// that a unit with few cases can be judged with the caution that it needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_per: Option<NonZeroU32>,
}
