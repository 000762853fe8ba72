use bangkom_domain::id::{CompetencyId, UnitId};
use serde::{Deserialize, Serialize};

/// How far the gaps of people in a competency were closed.
///
/// # Formula
///
/// ```text
/// gap      max(0, level required - level shown), in levels of 1 to 5
/// closed   (sum of gaps before - sum of gaps after) / sum of gaps before
/// ```
///
/// The level required is that of the person's position, or, where its standard has none, the
/// level that the program leads to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapClosure {
    /// The competency.
    pub competency: CompetencyId,
    /// The agency; absent for the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// How many people were measured before and after.
    pub people: u32,
    /// How many of them had a gap before; absent where that may not be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_gap: Option<u32>,
    /// The sum of their gaps before, in levels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap_before: Option<f64>,
    /// The sum of their gaps after, in levels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap_after: Option<f64>,
    /// The share closed; negative where gaps grew, absent where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<f64>,
}
