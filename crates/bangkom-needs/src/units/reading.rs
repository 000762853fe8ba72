use bangkom_domain::measure::Nano;
use serde::{Deserialize, Serialize};

/// How evidence about a unit was read for one person.
///
/// # Formula
///
/// ```text
/// exposure  e / (e + k)          e served there, k the policy's half exposure
/// mean      own × own mean + (1 - own) × common mean of such units
/// ```
///
/// # References
/// Bühlmann and Straub 1970; Marshall 1991; on reading units as persons: Robinson 1950.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitReading {
    /// The share of the source's weight that counts for this person, 0 to 1, in 1e-9; absent
    /// where nobody has counted who served there, and the whole weight counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<Nano>,
    /// The share of the unit's own answers in the mean, 0 to 1, in 1e-9; the rest is the mean
    /// of all units of its kind, the more so the fewer answers the unit has.
    pub own_share: Nano,
    /// The mean of the unit's own answers, in 1e-9 levels.
    pub own_mean: Nano,
}

impl UnitReading {
    /// The share of the weight that counts, 0 to 1.
    pub(crate) fn weight_share(&self) -> Nano {
        self.exposure.unwrap_or(Nano::from_units(1))
    }

    /// Whether the mean was drawn toward that of other units.
    ///
    /// ```
    /// use bangkom_domain::measure::Nano;
    /// use bangkom_needs::units::UnitReading;
    ///
    /// let own_mean = Nano::from_units(2);
    /// let mut reading = UnitReading { exposure: None, own_share: Nano::from_units(1), own_mean };
    /// assert!(!reading.is_drawn());
    /// reading.own_share = Nano::from_raw(400_000_000);
    /// assert!(reading.is_drawn());
    /// ```
    pub fn is_drawn(&self) -> bool {
        self.own_share < Nano::from_units(1)
    }
}
