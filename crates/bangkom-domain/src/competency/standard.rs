use serde::{Deserialize, Serialize};

use crate::id::{CompetencyId, PositionId};
use crate::measure::{Importance, Level};

/// What a position asks of one competency.
#[doc(alias = "standar kompetensi jabatan")]
#[doc(alias = "SKJ")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardEntry {
    /// The position.
    pub position: PositionId,
    /// The competency.
    pub competency: CompetencyId,
    /// The level required.
    pub level: Level,
    /// How much it matters.
    pub importance: Importance,
}
