use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;
use serde::{Deserialize, Serialize};

use crate::score::Contribution;

/// The distance of the appraised work from its target; no gap of competency, and kept apart.
///
/// # References
/// PP 11/2017 art. 206: competency gaps and performance gaps are two grounds of development.
#[doc(alias = "kesenjangan kinerja")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerformanceGap {
    /// Who.
    pub person: PersonId,
    /// The unit the person works in.
    pub unit: UnitId,
    /// The appraised level of results, in 1e-9 levels.
    pub current: Personal<Nano>,
    /// The level that meets the target, in 1e-9 levels.
    pub target: Nano,
    /// Target minus current where that is positive, in 1e-9 levels.
    pub gap: Personal<Nano>,
    /// Which sources said so.
    pub contributions: Personal<Vec<Contribution>>,
}
