use bangkom_domain::Language;
use bangkom_domain::id::ProgramId;
use bangkom_stats::Interval;
use serde::{Deserialize, Serialize};

use crate::compare::{Assumption, Doubt, NoOpinion, SecondOpinion};

/// What is set beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GroupKind {
    /// Programs.
    Program,
    /// Who gave them.
    Provider,
    /// Instructors of one program.
    Instructor,
}

/// How the people of one group changed beside those of the others.
///
/// The groups were not formed by lot: a difference may be one of people, tests or circumstances.
/// A group is called different only where the difference to all others together is beyond
/// chance after adjustment for all groups of its kind (Holm); groups below ten pairs, and those
/// from which such could be subtracted, are not shown. Batches that two groups share, as of two
/// instructors who taught together, are no "others" of either.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// What is set beside each other.
    pub kind: GroupKind,
    /// The program within which instructors or providers are set beside each other; absent for
    /// all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<ProgramId>,
    /// The code of the group.
    pub group: String,
    /// How many people have both scores.
    pub people: u32,
    /// Their mean change as a share of the scale, -1 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_change: Option<f64>,
    /// Their mean change beyond that of all others, a share of the scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<f64>,
    /// Its interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// Its p-value, adjusted over the groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_adjusted: Option<f64>,
    /// How it reads.
    pub reading: StandingReading,
    /// What sturdier methods say, their p-values adjusted over the groups in the same way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sturdier: Vec<SecondOpinion>,
    /// Why none has a say; absent where one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
    /// What the difference took for granted, and whether it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    /// What a reader should know beside the figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

/// How a group reads beside the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StandingReading {
    /// Too small to be shown.
    Suppressed,
    /// Not told from the others.
    Alike,
    /// Its people rose more.
    Above,
    /// Its people rose less.
    Below,
}

impl StandingReading {
    /// The reading in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::StandingReading;
    ///
    /// assert_eq!(StandingReading::Alike.label(Language::En), "not told from the others");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Suppressed, Language::Id) => "terlalu kecil untuk ditampilkan",
            (Self::Suppressed, Language::En) => "too small to be shown",
            (Self::Alike, Language::Id) => "tidak terbedakan dari yang lain",
            (Self::Alike, Language::En) => "not told from the others",
            (Self::Above, Language::Id) => "naik lebih banyak",
            (Self::Above, Language::En) => "rose more",
            (Self::Below, Language::Id) => "naik lebih sedikit",
            (Self::Below, Language::En) => "rose less",
        }
    }
}
