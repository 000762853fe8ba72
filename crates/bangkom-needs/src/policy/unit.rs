use serde::{Deserialize, Serialize};

/// How evidence about a unit reaches the people of that unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRule {
    /// k: with this exposure, evidence about a unit counts half for a person; above zero, in
    /// the measure of the exposures, such as days at the counter.
    pub half_exposure: f64,
    /// Whether the means of small units are drawn toward the mean of units of their kind.
    pub shrink: bool,
    /// With fewer units to compare, nothing is drawn; at least 2.
    pub min_units: u32,
}

impl Default for UnitRule {
    /// Half at 50; units are drawn together where there are four or more.
    ///
    /// With fewer than four means, drawing them together does not lower the expected error
    /// (James and Stein 1961, toward an estimated mean).
    fn default() -> Self {
        Self {
            half_exposure: 50.0,
            shrink: true,
            min_units: 4,
        }
    }
}
