use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Severity};
use bangkom_domain::id::{DecisionId, PersonId, ProgramId};
use serde::{Deserialize, Serialize};

/// What was found in the decisions of officials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum DecisionFinding {
    /// The decision is about a person who is not on the roster.
    #[serde(rename = "needs.decision_unknown_person")]
    UnknownPerson {
        /// The decision.
        decision: DecisionId,
        /// The person named.
        person: PersonId,
    },
    /// The decision is about a program that the catalog does not have.
    #[serde(rename = "needs.decision_unknown_program")]
    UnknownProgram {
        /// The decision.
        decision: DecisionId,
        /// The program named.
        program: ProgramId,
    },
    /// Decisions of one day about one matter contradict each other; neither is followed.
    #[serde(rename = "needs.decision_contradiction")]
    Contradiction {
        /// The first of them by id.
        decision: DecisionId,
        /// The second of them by id.
        other: DecisionId,
    },
}

impl Explain for DecisionFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownPerson { .. } => "needs.decision_unknown_person",
            Self::UnknownProgram { .. } => "needs.decision_unknown_program",
            Self::Contradiction { .. } => "needs.decision_contradiction",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn place(&self) -> Place {
        match self {
            Self::UnknownPerson { decision, .. } | Self::UnknownProgram { decision, .. } => {
                Place::record(decision).field("subject")
            }
            Self::Contradiction { decision, .. } => Place::record(decision).field("verdict"),
        }
    }

    fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::UnknownPerson { person, .. }, Language::Id) => {
                format!("pegawai {person} tidak ada di daftar pegawai")
            }
            (Self::UnknownPerson { person, .. }, Language::En) => {
                format!("person {person} is not on the roster")
            }
            (Self::UnknownProgram { program, .. }, Language::Id) => {
                format!("program {program} tidak ada di katalog")
            }
            (Self::UnknownProgram { program, .. }, Language::En) => {
                format!("program {program} is not in the catalog")
            }
            (Self::Contradiction { other, .. }, Language::Id) => {
                format!("bertentangan dengan keputusan {other} pada hari yang sama")
            }
            (Self::Contradiction { other, .. }, Language::En) => {
                format!("contradicts decision {other} of the same day")
            }
        }
    }

    fn action(&self, language: Language) -> String {
        let (id, en) = match self {
            Self::UnknownPerson { .. } | Self::UnknownProgram { .. } => (
                "perbaiki id dalam keputusan",
                "correct the id in the decision",
            ),
            Self::Contradiction { .. } => (
                "minta pejabat menetapkan satu keputusan",
                "ask the officials for one decision",
            ),
        };
        match language {
            Language::Id => id.to_owned(),
            Language::En => en.to_owned(),
        }
    }
}
