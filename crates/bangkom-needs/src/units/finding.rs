use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Sensitive, Severity};
use bangkom_domain::id::{PersonId, UnitId};
use serde::{Deserialize, Serialize};

/// What was found in what people are said to have served at units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum ExposureFinding {
    /// Identical rows say how much somebody served at a unit; they count once.
    #[serde(rename = "needs.served_repeated")]
    Repeated {
        /// Who.
        person: PersonId,
        /// At which unit.
        unit: UnitId,
    },
    /// Rows of how much somebody served at a unit differ; all of them are set aside.
    #[serde(rename = "needs.served_conflict")]
    Conflict {
        /// Who.
        person: PersonId,
        /// At which unit.
        unit: UnitId,
    },
    /// How much somebody served is said of a person or unit that is not on the roster.
    #[serde(rename = "needs.served_unknown")]
    Unknown {
        /// The person named.
        person: PersonId,
        /// The unit named.
        unit: UnitId,
    },
    /// How much somebody served is negative or not a finite number; it is set aside.
    #[serde(rename = "needs.served_unsound")]
    Unsound {
        /// Who.
        person: PersonId,
        /// At which unit.
        unit: UnitId,
        /// The amount given.
        given: Sensitive<String>,
    },
    /// Somebody did not serve at a unit; what is said of it does not touch the person.
    #[serde(rename = "needs.served_nothing")]
    Nothing {
        /// Who.
        person: PersonId,
        /// At which unit.
        unit: UnitId,
    },
}

impl ExposureFinding {
    fn unit(&self) -> &UnitId {
        match self {
            Self::Repeated { unit, .. }
            | Self::Conflict { unit, .. }
            | Self::Unknown { unit, .. }
            | Self::Unsound { unit, .. }
            | Self::Nothing { unit, .. } => unit,
        }
    }

    fn person(&self) -> PersonId {
        match self {
            Self::Repeated { person, .. }
            | Self::Conflict { person, .. }
            | Self::Unknown { person, .. }
            | Self::Unsound { person, .. }
            | Self::Nothing { person, .. } => *person,
        }
    }
}

impl Explain for ExposureFinding {
    fn code(&self) -> &'static str {
        match self {
            Self::Repeated { .. } => "needs.served_repeated",
            Self::Conflict { .. } => "needs.served_conflict",
            Self::Unknown { .. } => "needs.served_unknown",
            Self::Unsound { .. } => "needs.served_unsound",
            Self::Nothing { .. } => "needs.served_nothing",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Repeated { .. } | Self::Nothing { .. } => Severity::Info,
            _ => Severity::Error,
        }
    }

    fn place(&self) -> Place {
        Place::record(self.person()).field(format!("exposures {}", self.unit()))
    }

    fn text(&self, language: Language) -> String {
        let unit = self.unit();
        match (self, language) {
            (Self::Repeated { .. }, Language::Id) => {
                format!("masa layan di unit {unit} diberikan lebih dari sekali dan sama")
            }
            (Self::Repeated { .. }, Language::En) => {
                format!("how much was served at unit {unit} was given more than once, identical")
            }
            (Self::Conflict { .. }, Language::Id) => {
                format!("masa layan di unit {unit} diberikan lebih dari sekali dan berbeda")
            }
            (Self::Conflict { .. }, Language::En) => {
                format!("how much was served at unit {unit} was given more than once and differs")
            }
            (Self::Unknown { .. }, Language::Id) => {
                format!("masa layan menyebut pegawai atau unit {unit} yang tidak ada di daftar")
            }
            (Self::Unknown { .. }, Language::En) => format!(
                "how much was served names a person or unit {unit} that is not on the roster"
            ),
            (Self::Unsound { given, .. }, Language::Id) => {
                format!("masa layan di unit {unit} ({given}) negatif atau bukan bilangan")
            }
            (Self::Unsound { given, .. }, Language::En) => {
                format!("how much was served at unit {unit} ({given}) is negative or not a number")
            }
            (Self::Nothing { .. }, Language::Id) => format!(
                "tidak melayani di unit {unit}; bukti tentang unit itu tidak dihitung baginya"
            ),
            (Self::Nothing { .. }, Language::En) => format!(
                "did not serve at unit {unit}; evidence about that unit does not count here"
            ),
        }
    }

    fn action(&self, language: Language) -> String {
        let (id, en) = match self {
            Self::Repeated { .. } => ("hapus ulangannya", "remove the repetition"),
            Self::Conflict { .. } => (
                "pastikan mana yang benar dan hapus yang lain",
                "find out which one is right and remove the others",
            ),
            Self::Unknown { .. } => (
                "perbaiki id atau lengkapi daftar pegawai dan unit",
                "correct the id or complete the roster",
            ),
            Self::Unsound { .. } => ("perbaiki angkanya", "correct the number"),
            Self::Nothing { .. } => (
                "tidak perlu tindakan bila memang demikian",
                "nothing to do where that is right",
            ),
        };
        match language {
            Language::Id => id.to_owned(),
            Language::En => en.to_owned(),
        }
    }
}
