use bangkom_domain::Language;
use bangkom_domain::follow_up::{Barrier, Support};
use serde::{Deserialize, Serialize};

/// Why somebody needs support; each rule asks for one support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub enum SupportRule {
    /// Had a seat and was not there often enough.
    #[serde(rename = "evaluation.did_not_attend")]
    DidNotAttend,
    /// Attended, and the test at the end is missing.
    #[serde(rename = "evaluation.missing_test")]
    MissingTest,
    /// Stayed below mastery and did not improve beyond measurement error.
    #[serde(rename = "evaluation.not_mastered")]
    NotMastered,
    /// Improved, and is still below mastery.
    #[serde(rename = "evaluation.almost_mastered")]
    AlmostMastered,
    /// Fell beyond measurement error.
    #[serde(rename = "evaluation.deteriorated")]
    Deteriorated,
    /// Behaviour at work is not better, though the test was mastered.
    #[serde(rename = "evaluation.not_applied")]
    NotApplied,
    /// Behaviour at work is not better, and the superior does not support it.
    #[serde(rename = "evaluation.no_superior_support")]
    NoSuperiorSupport,
    /// Behaviour at work is not better, and peers do not support it.
    #[serde(rename = "evaluation.no_peer_support")]
    NoPeerSupport,
    /// Behaviour at work is not better, and there is no occasion for it.
    #[serde(rename = "evaluation.no_opportunity")]
    NoOpportunity,
    /// Behaviour at work is not better, and nobody tells the person how it goes.
    #[serde(rename = "evaluation.no_feedback")]
    NoFeedback,
    /// Behaviour at work is not better than before.
    #[serde(rename = "evaluation.behaviour_unchanged")]
    BehaviourUnchanged,
    /// Behaviour at work fell back after the end.
    #[serde(rename = "evaluation.behaviour_faded")]
    BehaviourFaded,
    /// The observation months later is due and missing.
    #[serde(rename = "evaluation.lost_at_follow_up")]
    LostAtFollowUp,
}

impl SupportRule {
    /// Every rule.
    pub const ALL: &'static [Self] = &[
        Self::DidNotAttend,
        Self::MissingTest,
        Self::NotMastered,
        Self::AlmostMastered,
        Self::Deteriorated,
        Self::NotApplied,
        Self::NoSuperiorSupport,
        Self::NoPeerSupport,
        Self::NoOpportunity,
        Self::NoFeedback,
        Self::BehaviourUnchanged,
        Self::BehaviourFaded,
        Self::LostAtFollowUp,
    ];

    /// The rule for something that stands in the way of behaviour at work.
    pub(crate) const fn of_barrier(barrier: Barrier) -> Option<Self> {
        match barrier {
            Barrier::SuperiorSupport => Some(Self::NoSuperiorSupport),
            Barrier::PeerSupport => Some(Self::NoPeerSupport),
            Barrier::Opportunity => Some(Self::NoOpportunity),
            Barrier::Feedback => Some(Self::NoFeedback),
            _ => None,
        }
    }

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DidNotAttend => "evaluation.did_not_attend",
            Self::MissingTest => "evaluation.missing_test",
            Self::NotMastered => "evaluation.not_mastered",
            Self::AlmostMastered => "evaluation.almost_mastered",
            Self::Deteriorated => "evaluation.deteriorated",
            Self::NotApplied => "evaluation.not_applied",
            Self::NoSuperiorSupport => "evaluation.no_superior_support",
            Self::NoPeerSupport => "evaluation.no_peer_support",
            Self::NoOpportunity => "evaluation.no_opportunity",
            Self::NoFeedback => "evaluation.no_feedback",
            Self::BehaviourUnchanged => "evaluation.behaviour_unchanged",
            Self::BehaviourFaded => "evaluation.behaviour_faded",
            Self::LostAtFollowUp => "evaluation.lost_at_follow_up",
        }
    }

    /// The support that the rule asks for.
    ///
    /// ```
    /// use bangkom_domain::follow_up::Support;
    /// use bangkom_evaluation::SupportRule;
    ///
    /// assert_eq!(SupportRule::BehaviourFaded.support(), Support::JobAid);
    /// ```
    pub const fn support(self) -> Support {
        match self {
            Self::DidNotAttend | Self::NotMastered => Support::Refresher,
            Self::MissingTest => Support::MissingTest,
            Self::AlmostMastered | Self::Deteriorated | Self::NoFeedback => Support::Coaching,
            Self::NotApplied | Self::NoPeerSupport => Support::Mentoring,
            Self::BehaviourUnchanged => Support::FieldVisit,
            Self::BehaviourFaded => Support::JobAid,
            Self::LostAtFollowUp | Self::NoSuperiorSupport | Self::NoOpportunity => {
                Support::SuperiorTalk
            }
        }
    }

    /// What stands in the way, as far as the rule shows.
    pub const fn barrier(self) -> Barrier {
        match self {
            Self::NotMastered | Self::AlmostMastered => Barrier::Learning,
            Self::NoSuperiorSupport => Barrier::SuperiorSupport,
            Self::NoPeerSupport => Barrier::PeerSupport,
            Self::NoOpportunity => Barrier::Opportunity,
            Self::NoFeedback => Barrier::Feedback,
            _ => Barrier::Unknown,
        }
    }

    /// The rule in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::SupportRule;
    ///
    /// assert_eq!(SupportRule::MissingTest.text(Language::En), "the test at the end is missing");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::DidNotAttend, Language::Id) => "tidak hadir dalam pelatihan",
            (Self::DidNotAttend, Language::En) => "did not attend the training",
            (Self::MissingTest, Language::Id) => "belum mengikuti tes akhir",
            (Self::MissingTest, Language::En) => "the test at the end is missing",
            (Self::NotMastered, Language::Id) => "belum mencapai nilai ambang",
            (Self::NotMastered, Language::En) => "stayed below mastery",
            (Self::AlmostMastered, Language::Id) => "sudah naik tetapi belum mencapai nilai ambang",
            (Self::AlmostMastered, Language::En) => "improved and is still below mastery",
            (Self::Deteriorated, Language::Id) => "nilainya turun melebihi galat ukur",
            (Self::Deteriorated, Language::En) => "fell beyond measurement error",
            (Self::NotApplied, Language::Id) => "menguasai tes tetapi perilaku kerja belum membaik",
            (Self::NotApplied, Language::En) => {
                "mastered the test, and behaviour at work is not better"
            }
            (Self::NoSuperiorSupport, Language::Id) => "penerapan belum didukung atasan",
            (Self::NoSuperiorSupport, Language::En) => "the superior does not support its use",
            (Self::NoPeerSupport, Language::Id) => "penerapan belum didukung rekan",
            (Self::NoPeerSupport, Language::En) => "peers do not support its use",
            (Self::NoOpportunity, Language::Id) => "belum ada kesempatan menerapkan",
            (Self::NoOpportunity, Language::En) => "there is no occasion to use it",
            (Self::NoFeedback, Language::Id) => "tidak ada umpan balik atas penerapannya",
            (Self::NoFeedback, Language::En) => "nobody says how its use goes",
            (Self::BehaviourUnchanged, Language::Id) => "perilaku kerja belum membaik",
            (Self::BehaviourUnchanged, Language::En) => "behaviour at work is not better",
            (Self::BehaviourFaded, Language::Id) => "perilaku kerja menurun kembali",
            (Self::BehaviourFaded, Language::En) => "behaviour at work fell back",
            (Self::LostAtFollowUp, Language::Id) => "observasi pascapelatihan belum ada",
            (Self::LostAtFollowUp, Language::En) => "the observation months later is missing",
        }
    }
}
