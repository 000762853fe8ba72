use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Severity};
use serde::{Deserialize, Serialize};

/// What is wrong with a policy; each one stops the evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum PolicyFinding {
    /// A number is not finite or outside its range.
    #[serde(rename = "evaluation.policy_out_of_range")]
    OutOfRange {
        /// The field.
        field: String,
        /// The number given, as text.
        given: String,
        /// The least value allowed, as text.
        low: String,
        /// The greatest value allowed, as text.
        high: String,
    },
}

impl Explain for PolicyFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::OutOfRange { .. } => "evaluation.policy_out_of_range",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn place(&self) -> Place {
        match self {
            Self::OutOfRange { field, .. } => Place::record("policy").field(field.clone()),
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
                },
                Language::En,
            ) => {
                format!("{field} must be {low} to {high}, got {given}")
            }
        }
    }

    fn action(&self, language: Language) -> String {
        match (self, language) {
            (Self::OutOfRange { .. }, Language::Id) => "perbaiki angkanya".to_owned(),
            (Self::OutOfRange { .. }, Language::En) => "correct the number".to_owned(),
        }
    }
}
