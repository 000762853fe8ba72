use bangkom_domain::id::{CompetencyId, UnitId};
use bangkom_domain::measure::Nano;
use serde::{Deserialize, Serialize};

/// The need of a unit with all below it, in one competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitNeeds {
    /// The unit; the figure includes everybody below it.
    pub unit: UnitId,
    /// The competency.
    pub competency: CompetencyId,
    /// The figure; absent where the group, or what could be subtracted from it, is too small.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<GroupFigure>,
}

/// Figures of a group that is large enough to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupFigure {
    /// How many people's level is known.
    pub people: u32,
    /// How many of them have a gap.
    pub with_gap: u32,
    /// The mean gap of all of them, those without one as zero, in 1e-9 levels.
    pub mean_gap: Nano,
    /// The priorities of all of them together, in 1e-9.
    pub priority: Nano,
}
