use bangkom_domain::id::{CompetencyId, PersonId, UnitId};
use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;
use serde::{Deserialize, Serialize};

use super::{CauseScreen, GroundGap};
use crate::score::{Contribution, MissingSource, Uncertainty};

/// What is known of one competency of one person against all that is asked.
#[doc(alias = "kesenjangan kompetensi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Who.
    pub person: PersonId,
    /// The unit the person works in.
    pub unit: UnitId,
    /// Which competency.
    pub competency: CompetencyId,
    /// The combined level, in 1e-9 levels.
    pub current: Personal<Nano>,
    /// The gap that leads: of the ground with the greatest priority, in 1e-9 levels.
    pub gap: Personal<Nano>,
    /// The greatest gap × importance of all grounds, in 1e-9; never a sum over grounds.
    pub priority: Personal<Nano>,
    /// By how much the level exceeds all that is asked, in 1e-9 levels; zero where there is a gap.
    pub surplus: Personal<Nano>,
    /// The distance from everything that is asked, the greatest priority first.
    pub grounds: Vec<GroundGap>,
    /// The share of the expected weight that is present, 0 to 1, in 1e-9.
    pub coverage: Nano,
    /// What each kind of source gave, by the code of the kind; the amounts sum to `current`.
    pub contributions: Personal<Vec<Contribution>>,
    /// How sure the level is.
    pub uncertainty: Personal<Uncertainty>,
    /// Whether training is an answer.
    pub screen: CauseScreen,
    /// What the level does without, ordered by kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<MissingSource>,
}

impl Need {
    /// Whether the level is below something that is asked.
    pub fn has_gap(&self) -> bool {
        *self.priority.reveal() > Nano::ZERO
    }

    /// The ground with the greatest priority.
    pub fn leading(&self) -> Option<&GroundGap> {
        self.grounds.first()
    }

    /// The share of the weight that comes from evidence about the unit, 0 to 1, in 1e-9.
    pub fn unit_share(&self) -> Nano {
        let parts = self.contributions.reveal().iter();
        parts
            .filter(|part| part.is_about_unit())
            .map(|part| part.weight_share)
            .sum()
    }

    /// The key of the total order: priority falling, then person, then competency.
    pub(crate) fn rank(&self) -> (std::cmp::Reverse<Nano>, PersonId, &CompetencyId) {
        (
            std::cmp::Reverse(*self.priority.reveal()),
            self.person,
            &self.competency,
        )
    }
}
