use bangkom_domain::evidence::Aspect;
use bangkom_domain::id::CompetencyId;
use bangkom_domain::measure::Permille;
use serde::{Deserialize, Serialize};

/// Through which competency a survey element or a complaint category is read.
///
/// Evidence about a unit reaches a competency only through such a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AspectLink {
    /// A survey element, a complaint category, or behaviour at work.
    pub aspect: Aspect,
    /// The competency that it says something about.
    pub competency: CompetencyId,
    /// How much of an answer counts, in thousandths; 1000 is a full answer.
    pub share: Permille,
}
