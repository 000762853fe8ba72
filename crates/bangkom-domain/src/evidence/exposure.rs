use serde::{Deserialize, Serialize};

use super::EvidenceFinding;
use crate::distinct::distinct;
use crate::finding::Sensitive;
use crate::id::{PersonId, UnitId};
use crate::privacy::Personal;

/// How much somebody served at a unit in the period that the evidence speaks of.
///
/// What citizens say of a unit touches those who served there, and the more the longer. All
/// amounts of a document are in one measure, such as days at the counter or cases handled.
///
/// ```
/// use bangkom_domain::evidence::Exposure;
///
/// let days: Exposure = serde_json::from_str(r#"{
///     "person": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "unit": "DPMPTSP", "amount": 120 }"#)?;
/// assert_eq!(*days.amount.reveal(), 120.0);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "paparan")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    /// Who.
    pub person: PersonId,
    /// At which unit.
    pub unit: UnitId,
    /// How much, zero or more; zero says that the person did not serve there.
    pub amount: Personal<f64>,
}

/// One amount for each person and unit, ordered by both.
pub(super) fn check(
    exposures: Vec<Exposure>,
    findings: &mut Vec<EvidenceFinding>,
) -> Vec<Exposure> {
    let mut sound = Vec::with_capacity(exposures.len());
    for exposure in exposures {
        let amount = *exposure.amount.reveal();
        if (0.0..=f64::MAX).contains(&amount) {
            sound.push(exposure);
        } else {
            findings.push(EvidenceFinding::ServedUnsound {
                person: exposure.person,
                unit: exposure.unit,
                given: Sensitive::personal(amount.to_string()),
            });
        }
    }
    let rows = distinct(sound, |row| (row.person, row.unit.clone()));
    let repeated = rows.repeated.into_iter();
    findings
        .extend(repeated.map(|(person, unit)| EvidenceFinding::ServedRepeated { person, unit }));
    let conflicting = rows.conflicting.into_iter();
    findings
        .extend(conflicting.map(|(person, unit)| EvidenceFinding::ServedConflict { person, unit }));
    rows.kept.into_values().collect()
}
