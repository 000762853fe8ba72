use bangkom_domain::competency::CompetencyGroup;
use bangkom_domain::measure::{Level, Permille};
use bangkom_domain::program::{DeliveryMethod, LearningTarget};
use serde::{Deserialize, Serialize};

/// How a program that is missing is sketched.
///
/// No regulation fixes these numbers; they are a starting point for the designer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DesignRule {
    /// Learning hours for one level.
    pub hours_per_level: u32,
    /// From this level on an outcome is a skill, or behaviour at work, and not knowledge alone.
    pub practised_from: Level,
    /// The share of the hours that knowledge needs in practice.
    pub practice_for_knowledge: Permille,
    /// The share of the hours that a skill needs in practice.
    pub practice_for_skill: Permille,
    /// The share of the hours that behaviour at work needs in practice and coaching.
    pub practice_for_behaviour: Permille,
    /// How many people one batch takes.
    pub batch_seats: u32,
    /// From this level on an invited expert is wanted, even where own staff teach.
    pub expert_from: Level,
}

impl Default for DesignRule {
    /// Ten hours a level; practice from level 3 on, 60 % of the hours, below that 20 %; batches
    /// of 30; an expert from level 4 on.
    fn default() -> Self {
        let level = |level| Level::new(level).unwrap_or(Level::MAX);
        let share = |share| Permille::new(share).unwrap_or(Permille::MIN);
        Self {
            hours_per_level: 10,
            practised_from: level(3),
            practice_for_knowledge: share(200),
            practice_for_skill: share(600),
            practice_for_behaviour: share(600),
            batch_seats: 30,
            expert_from: level(4),
        }
    }
}

impl DesignRule {
    /// What an outcome in a competency of this group asks for: below the level of practice
    /// knowledge, from there on skill in technical work and behaviour in everything else.
    ///
    /// ```
    /// use bangkom_domain::competency::CompetencyGroup::{Managerial, Technical};
    /// use bangkom_domain::measure::Level;
    /// use bangkom_domain::program::LearningTarget;
    /// use bangkom_needs::DesignRule;
    ///
    /// let rule = DesignRule::default();
    /// assert_eq!(rule.target(Technical, Level::new(2)?), LearningTarget::Knowledge);
    /// assert_eq!(rule.target(Technical, Level::new(4)?), LearningTarget::Skill);
    /// assert_eq!(rule.target(Managerial, Level::new(4)?), LearningTarget::Behaviour);
    /// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
    /// ```
    pub fn target(&self, group: CompetencyGroup, to: Level) -> LearningTarget {
        match group {
            _ if to < self.practised_from => LearningTarget::Knowledge,
            CompetencyGroup::Technical => LearningTarget::Skill,
            _ => LearningTarget::Behaviour,
        }
    }

    /// The share of the hours that a target needs in practice.
    pub fn practice(&self, target: LearningTarget) -> Permille {
        match target {
            LearningTarget::Knowledge => self.practice_for_knowledge,
            LearningTarget::Skill => self.practice_for_skill,
            _ => self.practice_for_behaviour,
        }
    }
}

/// The form in which a target is usually taught.
pub(crate) fn usual_method(target: LearningTarget) -> DeliveryMethod {
    match target {
        LearningTarget::Knowledge => DeliveryMethod::ELearning,
        LearningTarget::Skill => DeliveryMethod::TechnicalGuidance,
        _ => DeliveryMethod::Coaching,
    }
}
