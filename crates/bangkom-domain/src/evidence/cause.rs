use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Subject;
use crate::enumeration::enumeration;
use crate::id::{CompetencyId, RaterId};

enumeration! {
    /// What causes a gap; training helps against the first two only.
    ///
    /// # References
    /// Gilbert 1978; Mager & Pipe 1970.
    #[doc(alias = "penyebab")]
    Cause {
        /// People do not know how.
        Knowledge => "knowledge", "pengetahuan", "knowledge";
        /// People know but have not practised.
        Skill => "skill", "keterampilan", "skill";
        /// Tools or systems are missing.
        Tools => "tools", "sarana kerja", "tools";
        /// The procedure stands in the way.
        Process => "process", "proses kerja", "process";
        /// Good work is not worth their while.
        Incentives => "incentives", "insentif", "incentives";
        /// Too much to do.
        Workload => "workload", "beban kerja", "workload";
    }
}

/// One voice on what causes a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseMark {
    /// Whom it is about.
    pub subject: Subject,
    /// The competency, or every gap of the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competency: Option<CompetencyId>,
    /// The cause named.
    pub cause: Cause,
    /// When.
    pub date: NaiveDate,
    /// Who named it, under a pseudonym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rater: Option<RaterId>,
}
