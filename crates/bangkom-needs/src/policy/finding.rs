use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::finding::{Explain, Place, Severity};
use bangkom_domain::id::CompetencyId;
use serde::{Deserialize, Serialize};

/// What is wrong with a policy; each one stops the analysis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum PolicyFinding {
    /// A number is not finite or outside its range.
    #[serde(rename = "needs.policy_out_of_range")]
    OutOfRange {
        /// The rule that it belongs to: a kind of source, or the policy as a whole.
        record: String,
        /// The field.
        field: String,
        /// The number given, as text.
        given: String,
        /// The least value allowed, as text.
        low: String,
        /// The greatest value allowed, as text.
        high: String,
    },
    /// No kind of source has a weight above zero.
    #[serde(rename = "needs.policy_no_weight")]
    NoWeight,
    /// No kind of source with a weight is expected, so that coverage has no meaning.
    #[serde(rename = "needs.policy_nothing_expected")]
    NothingExpected,
    /// A kind of source has two rules.
    #[serde(rename = "needs.policy_two_rules")]
    TwoRules {
        /// The kind.
        kind: SourceKind,
    },
    /// A link leads to a competency that the catalog does not have.
    #[serde(rename = "needs.policy_unknown_competency")]
    UnknownCompetency {
        /// The competency.
        competency: CompetencyId,
    },
    /// A link starts at an aspect that needs none.
    #[serde(rename = "needs.policy_needless_link")]
    NeedlessLink {
        /// Where it leads.
        competency: CompetencyId,
    },
    /// Two links join the same aspect and competency.
    #[serde(rename = "needs.policy_two_links")]
    TwoLinks {
        /// Where they lead.
        competency: CompetencyId,
    },
}

impl Explain for PolicyFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::OutOfRange { .. } => "needs.policy_out_of_range",
            Self::NoWeight => "needs.policy_no_weight",
            Self::NothingExpected => "needs.policy_nothing_expected",
            Self::TwoRules { .. } => "needs.policy_two_rules",
            Self::UnknownCompetency { .. } => "needs.policy_unknown_competency",
            Self::NeedlessLink { .. } => "needs.policy_needless_link",
            Self::TwoLinks { .. } => "needs.policy_two_links",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn place(&self) -> Place {
        match self {
            Self::OutOfRange { record, field, .. } => Place::record(record).field(field.clone()),
            Self::NoWeight | Self::NothingExpected => Place::default().field("sources"),
            Self::TwoRules { kind } => Place::record(kind.code()).field("sources"),
            Self::UnknownCompetency { competency }
            | Self::NeedlessLink { competency }
            | Self::TwoLinks { competency } => Place::record(competency).field("links"),
        }
    }

    fn text(&self, language: Language) -> String {
        match (self, language) {
            (
                Self::OutOfRange {
                    field,
                    given,
                    low,
                    high,
                    ..
                },
                Language::Id,
            ) => {
                format!("{field} harus {low} sampai {high}, diberikan {given}")
            }
            (
                Self::OutOfRange {
                    field,
                    given,
                    low,
                    high,
                    ..
                },
                Language::En,
            ) => {
                format!("{field} must be {low} to {high}, got {given}")
            }
            (Self::NoWeight, Language::Id) => "tidak ada jenis sumber yang berbobot".to_owned(),
            (Self::NoWeight, Language::En) => "no kind of source has a weight".to_owned(),
            (Self::NothingExpected, Language::Id) => {
                "tidak ada sumber berbobot yang diharapkan ada".to_owned()
            }
            (Self::NothingExpected, Language::En) => {
                "no kind of source with a weight is expected".to_owned()
            }
            (Self::TwoRules { kind }, Language::Id) => {
                format!("sumber {} punya dua aturan", kind.label(language))
            }
            (Self::TwoRules { kind }, Language::En) => {
                format!("the source {} has two rules", kind.label(language))
            }
            (Self::UnknownCompetency { competency }, Language::Id) => {
                format!("kaitan menuju kompetensi {competency} yang tidak ada di katalog")
            }
            (Self::UnknownCompetency { competency }, Language::En) => {
                format!("a link leads to competency {competency}, which the catalog does not have")
            }
            (Self::NeedlessLink { competency }, Language::Id) => {
                format!("kaitan ke {competency} berasal dari aspek yang tidak memerlukan kaitan")
            }
            (Self::NeedlessLink { competency }, Language::En) => {
                format!("the link to {competency} starts at an aspect that needs none")
            }
            (Self::TwoLinks { competency }, Language::Id) => {
                format!("ada dua kaitan yang sama ke {competency}")
            }
            (Self::TwoLinks { competency }, Language::En) => {
                format!("two links join the same aspect and {competency}")
            }
        }
    }

    fn action(&self, language: Language) -> String {
        match (self, language) {
            (Self::OutOfRange { .. }, Language::Id) => "perbaiki angkanya".to_owned(),
            (Self::OutOfRange { .. }, Language::En) => "correct the number".to_owned(),
            (Self::NoWeight | Self::NothingExpected, Language::Id) => {
                "beri bobot pada sekurangnya satu sumber yang diharapkan ada".to_owned()
            }
            (Self::NoWeight | Self::NothingExpected, Language::En) => {
                "give a weight to at least one source that is expected".to_owned()
            }
            (Self::TwoRules { .. } | Self::TwoLinks { .. }, Language::Id) => {
                "pertahankan satu saja".to_owned()
            }
            (Self::TwoRules { .. } | Self::TwoLinks { .. }, Language::En) => {
                "keep one of them".to_owned()
            }
            (Self::UnknownCompetency { .. }, Language::Id) => {
                "tambahkan kompetensi ke katalog atau hapus kaitannya".to_owned()
            }
            (Self::UnknownCompetency { .. }, Language::En) => {
                "add the competency to the catalog or remove the link".to_owned()
            }
            (Self::NeedlessLink { .. }, Language::Id) => {
                "kaitkan unsur survei, kategori pengaduan, atau perilaku saja".to_owned()
            }
            (Self::NeedlessLink { .. }, Language::En) => {
                "link survey elements, complaint categories or behaviour only".to_owned()
            }
        }
    }
}
