use serde::{Deserialize, Serialize};

/// What one unit of each quality rule costs.
///
/// ```
/// use bangkom_schedule::QualityWeights;
///
/// let weights = QualityWeights { travel: 0, ..QualityWeights::default() };
/// assert_eq!((weights.travel, weights.idle), (0, 2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityWeights {
    /// For each unit that a batch has less than two above its least number of units.
    pub mixing: u32,
    /// For ten seat-kilometres; one way between unit and room counts at most 25 km.
    pub travel: u32,
    /// For a hundred points of value that wait a week.
    pub lateness: u32,
    /// For each empty seat of a room beyond a fifth of its capacity.
    pub waste: u32,
    /// For each slot in which an instructor waits between two sessions of a day.
    pub idle: u32,
    /// For a hundredth of the squared absences, scaled by what the units can spare.
    pub unevenness: u32,
}

impl Default for QualityWeights {
    fn default() -> Self {
        Self {
            mixing: 20,
            travel: 1,
            lateness: 1,
            waste: 1,
            idle: 2,
            unevenness: 1,
        }
    }
}
