use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::UnitId;
use bangkom_domain::measure::Nano;
use serde::{Deserialize, Serialize};

use crate::units::UnitReading;

/// What one kind of source gave to a level.
///
/// The amounts of all contributions sum exactly to the level, the weight shares exactly to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The kind of source.
    pub kind: SourceKind,
    /// The unit that the source speaks of, where it does not speak of the person.
    ///
    /// Such a contribution differs inside the unit by exposure only, and is nobody's fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// How evidence about the unit was read for this person; absent for evidence about the
    /// person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_reading: Option<UnitReading>,
    /// Its share of the weight that is present, 0 to 1, in 1e-9.
    pub weight_share: Nano,
    /// The mean of its answers, newer ones counting more, in 1e-9 levels.
    pub mean: Nano,
    /// The mean before the severity of raters was taken off, in 1e-9 levels; absent where that
    /// changed nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unadjusted: Option<Nano>,
    /// What it gives to the level: share × mean, in 1e-9 levels.
    pub amount: Nano,
    /// The mean age of its answers in days.
    pub age_days: u32,
    /// How many answers it has.
    pub answers: u64,
    /// How many raters gave them; an answer without a rater counts as one.
    pub raters: u64,
}

impl Contribution {
    /// Whether it speaks of the whole unit and not of the person.
    ///
    /// ```
    /// # use bangkom_domain::{evidence::SourceKind, id::UnitId, measure::Nano};
    /// # use bangkom_needs::Contribution;
    /// let mut part = Contribution {
    ///     kind: SourceKind::SatisfactionSurvey,
    ///     unit: Some(UnitId::new("DPMPTSP")?),
    ///     unit_reading: None,
    ///     weight_share: Nano::from_units(1),
    ///     mean: Nano::from_units(3),
    ///     unadjusted: None,
    ///     amount: Nano::from_units(3),
    ///     age_days: 40,
    ///     answers: 120,
    ///     raters: 120,
    /// };
    /// assert!(part.is_about_unit());
    /// part.unit = None;
    /// assert!(!part.is_about_unit());
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub const fn is_about_unit(&self) -> bool {
        self.unit.is_some()
    }
}
