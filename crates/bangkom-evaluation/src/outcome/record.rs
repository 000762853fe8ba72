use bangkom_domain::Language;
use bangkom_domain::id::{BatchId, CompetencyId, ProgramId, UnitId};
use bangkom_domain::results::Occasion;
use bangkom_stats::Interval;
use serde::{Deserialize, Serialize};

use crate::compare::NoOpinion;

/// One thing that was measured of a program: the row that tables and dashboards take.
///
/// A figure that may not be shown is absent; its row still counts its people.
///
/// # References
/// Kirkpatrick 1994, levels 1 to 4; Phillips 2003, the return.
#[doc(alias = "hasil evaluasi")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The level.
    pub level: OutcomeLevel,
    /// The program.
    pub program: ProgramId,
    /// The batch; absent for more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<BatchId>,
    /// The unit; absent for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The competency, where the instrument measures one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competency: Option<CompetencyId>,
    /// The code of the instrument or indicator.
    pub instrument: String,
    /// What the value is in, such as points of the instrument, days, or per cent.
    pub measured_in: String,
    /// The value: a mean for reactions, else a change, seen so that the sign is that of the
    /// figure itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Its interval, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// From which occasion, for people measured twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Occasion>,
    /// To which occasion, for people measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Occasion>,
    /// How many people, points, cases, events or respondents it rests on.
    pub count: u64,
    /// How it was measured.
    pub design: OutcomeDesign,
    /// Whether all sturdier methods that could say conclude the same; absent where none could.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
    /// Why no sturdier method was asked; absent where one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
}

/// A level of evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OutcomeLevel {
    /// How participants found it.
    Reaction,
    /// What they learned.
    Learning,
    /// What they do at work.
    Behaviour,
    /// What citizens meet.
    Results,
    /// What it was worth.
    Return,
}

/// How an outcome was measured, the more convincing the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OutcomeDesign {
    /// Somebody's estimate.
    Estimated,
    /// Once, afterwards.
    AfterOnly,
    /// Twice, the first from memory.
    Retrospective,
    /// Before and after.
    BeforeAfter,
    /// Many times before and after.
    Series,
    /// Before and after, beside others.
    Compared,
    /// The same, a lot having decided who took part.
    ByLot,
}

impl OutcomeLevel {
    /// The level in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::OutcomeLevel;
    ///
    /// assert_eq!(OutcomeLevel::Behaviour.label(Language::Id), "perilaku");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Reaction, Language::Id) => "reaksi",
            (Self::Reaction, Language::En) => "reaction",
            (Self::Learning, Language::Id) => "pembelajaran",
            (Self::Learning, Language::En) => "learning",
            (Self::Behaviour, Language::Id) => "perilaku",
            (Self::Behaviour, Language::En) => "behaviour",
            (Self::Results, Language::Id) => "hasil layanan",
            (Self::Results, Language::En) => "results",
            (Self::Return, Language::Id) => "nilai manfaat",
            (Self::Return, Language::En) => "return",
        }
    }
}

impl OutcomeDesign {
    /// The design in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::OutcomeDesign;
    ///
    /// assert_eq!(OutcomeDesign::Compared.label(Language::En), "beside others");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Estimated, Language::Id) => "perkiraan",
            (Self::Estimated, Language::En) => "estimated",
            (Self::AfterOnly, Language::Id) => "sesudah saja",
            (Self::AfterOnly, Language::En) => "afterwards only",
            (Self::Retrospective, Language::Id) => "berdasarkan ingatan",
            (Self::Retrospective, Language::En) => "from memory",
            (Self::BeforeAfter, Language::Id) => "sebelum dan sesudah",
            (Self::BeforeAfter, Language::En) => "before and after",
            (Self::Series, Language::Id) => "deret waktu",
            (Self::Series, Language::En) => "series",
            (Self::Compared, Language::Id) => "dengan pembanding",
            (Self::Compared, Language::En) => "beside others",
            (Self::ByLot, Language::Id) => "diundi",
            (Self::ByLot, Language::En) => "by lot",
        }
    }
}
