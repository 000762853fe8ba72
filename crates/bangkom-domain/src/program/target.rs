use super::{DeliveryMethod, SessionKind};
use crate::enumeration::enumeration;

enumeration! {
    /// What an outcome changes in those who reach it.
    ///
    /// The order is that of what it takes: who shows a behaviour at work has the skill, and who
    /// has the skill has the knowledge.
    ///
    /// # References
    /// Bloom et al. 1956 and Anderson & Krathwohl 2001, on knowing and applying; Kirkpatrick
    /// 1994, on learning and behaviour.
    #[doc(alias = "sasaran belajar")]
    LearningTarget {
        /// To know and understand; can be told or read.
        Knowledge => "knowledge", "pengetahuan", "knowledge";
        /// To be able to do; must be practised.
        Skill => "skill", "keterampilan", "skill";
        /// To do it at work, day by day; must be practised there, with somebody beside.
        Behaviour => "behaviour", "perilaku kerja", "behaviour at work";
    }
}

impl DeliveryMethod {
    /// What the form reaches by itself, without practice or coaching beside it.
    ///
    /// No regulation says so: it is a rule of design, explained in the decisions of this
    /// project. The two forms called "other" are taken at their word.
    ///
    /// ```
    /// use bangkom_domain::program::{DeliveryMethod, LearningTarget};
    ///
    /// assert_eq!(DeliveryMethod::Seminar.reaches(), LearningTarget::Knowledge);
    /// assert_eq!(DeliveryMethod::TechnicalGuidance.reaches(), LearningTarget::Skill);
    /// assert_eq!(DeliveryMethod::Mentoring.reaches(), LearningTarget::Behaviour);
    /// ```
    pub fn reaches(self) -> LearningTarget {
        match self {
            Self::Seminar
            | Self::InformationSession
            | Self::ELearning
            | Self::DistanceTraining
            | Self::SelfStudy
            | Self::Benchmarking => LearningTarget::Knowledge,
            Self::Managerial
            | Self::Technical
            | Self::Functional
            | Self::SocioCultural
            | Self::Workshop
            | Self::Course
            | Self::Upgrading
            | Self::TechnicalGuidance
            | Self::Outbound
            | Self::LearningCommunity => LearningTarget::Skill,
            Self::StructuralLeadership
            | Self::OtherClassical
            | Self::Coaching
            | Self::Mentoring
            | Self::Secondment
            | Self::Exchange
            | Self::OnTheJobGuidance
            | Self::Internship
            | Self::OtherNonClassical => LearningTarget::Behaviour,
        }
    }
}

impl SessionKind {
    /// Whether participants practise at work in it, or are coached there.
    ///
    /// ```
    /// use bangkom_domain::program::SessionKind;
    ///
    /// assert!(SessionKind::FieldPractice.is_practice() && SessionKind::Coaching.is_practice());
    /// assert!(!SessionKind::Class.is_practice());
    /// ```
    pub const fn is_practice(self) -> bool {
        matches!(self, Self::FieldPractice | Self::Coaching)
    }
}
