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
}
