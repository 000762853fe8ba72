use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Place, Sensitive, Severity};
use serde::{Deserialize, Serialize};

/// What is wrong with a row of columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum ColumnFinding {
    /// A person stands in several rows of the workforce.
    #[serde(rename = "needs.column_repeated_person")]
    RepeatedPerson {
        /// The first row, counted from 1.
        row: u64,
        /// The key.
        key: Sensitive<String>,
        /// How many rows.
        times: u32,
        /// Whether all rows say the same.
        same: bool,
    },
    /// A row of the workforce names a profile that the table does not have.
    #[serde(rename = "needs.column_unknown_profile")]
    UnknownProfile {
        /// The row, counted from 1.
        row: u64,
        /// The profile.
        profile: u32,
    },
    /// An answer is about a person who is not in the workforce.
    #[serde(rename = "needs.column_unknown_person")]
    UnknownPerson {
        /// The row, counted from 1.
        row: u64,
        /// The key.
        key: Sensitive<String>,
    },
    /// An answer is about a competency that the table does not have.
    #[serde(rename = "needs.column_unknown_competency")]
    UnknownCompetency {
        /// The row, counted from 1.
        row: u64,
        /// The code.
        code: u16,
    },
    /// An answer has a code of no source.
    #[serde(rename = "needs.column_unknown_source")]
    UnknownSource {
        /// The row, counted from 1.
        row: u64,
        /// The code.
        code: u8,
    },
    /// An answer has no level of 1 to 5.
    #[serde(rename = "needs.column_not_a_level")]
    NotALevel {
        /// The row, counted from 1.
        row: u64,
        /// What was given.
        given: Sensitive<String>,
    },
}

impl ColumnFinding {
    /// Every code that a finding of this kind can have.
    pub const CODES: &'static [&'static str] = &[
        "needs.column_repeated_person",
        "needs.column_unknown_profile",
        "needs.column_unknown_person",
        "needs.column_unknown_competency",
        "needs.column_unknown_source",
        "needs.column_not_a_level",
    ];

    /// The row, counted from 1.
    pub const fn row(&self) -> u64 {
        match self {
            Self::RepeatedPerson { row, .. }
            | Self::UnknownProfile { row, .. }
            | Self::UnknownPerson { row, .. }
            | Self::UnknownCompetency { row, .. }
            | Self::UnknownSource { row, .. }
            | Self::NotALevel { row, .. } => *row,
        }
    }
}

impl Explain for ColumnFinding {
    fn code(&self) -> &'static str {
        let index = match self {
            Self::RepeatedPerson { .. } => 0,
            Self::UnknownProfile { .. } => 1,
            Self::UnknownPerson { .. } => 2,
            Self::UnknownCompetency { .. } => 3,
            Self::UnknownSource { .. } => 4,
            Self::NotALevel { .. } => 5,
        };
        Self::CODES[index]
    }

    fn severity(&self) -> Severity {
        match self {
            Self::RepeatedPerson { same: true, .. } => Severity::Info,
            _ => Severity::Error,
        }
    }

    fn place(&self) -> Place {
        let field = match self {
            Self::RepeatedPerson { .. } | Self::UnknownPerson { .. } => "person",
            Self::UnknownProfile { .. } => "profile",
            Self::UnknownCompetency { .. } => "competency",
            Self::UnknownSource { .. } => "source",
            Self::NotALevel { .. } => "level",
        };
        Place::default().field(field).row(self.row())
    }

    fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::RepeatedPerson { key, times, .. }, Language::Id) => {
                format!(
                    "pegawai dengan kunci {} ada pada {times} baris",
                    key.text(language)
                )
            }
            (Self::RepeatedPerson { key, times, .. }, Language::En) => {
                format!(
                    "the person with key {} stands in {times} rows",
                    key.text(language)
                )
            }
            (Self::UnknownProfile { profile, .. }, Language::Id) => {
                format!("profil {profile} tidak ada pada tabel")
            }
            (Self::UnknownProfile { profile, .. }, Language::En) => {
                format!("the table has no profile {profile}")
            }
            (Self::UnknownPerson { key, .. }, Language::Id) => {
                format!("tidak ada pegawai dengan kunci {}", key.text(language))
            }
            (Self::UnknownPerson { key, .. }, Language::En) => {
                format!("nobody has the key {}", key.text(language))
            }
            (Self::UnknownCompetency { code, .. }, Language::Id) => {
                format!("kode kompetensi {code} tidak ada pada tabel")
            }
            (Self::UnknownCompetency { code, .. }, Language::En) => {
                format!("the table has no competency {code}")
            }
            (Self::UnknownSource { code, .. }, Language::Id) => {
                format!("kode sumber {code} tidak dikenal")
            }
            (Self::UnknownSource { code, .. }, Language::En) => {
                format!("no source has the code {code}")
            }
            (Self::NotALevel { given, .. }, Language::Id) => {
                format!(
                    "level harus angka 1 sampai 5, diberikan {}",
                    given.text(language)
                )
            }
            (Self::NotALevel { given, .. }, Language::En) => {
                format!(
                    "a level must be a number of 1 to 5, got {}",
                    given.text(language)
                )
            }
        }
    }

    fn action(&self, language: Language) -> String {
        match (self, language) {
            (Self::RepeatedPerson { .. }, Language::Id) => "pertahankan satu baris saja",
            (Self::RepeatedPerson { .. }, Language::En) => "keep one row only",
            (Self::UnknownProfile { .. }, Language::Id) => {
                "tambahkan profil atau perbaiki nomornya"
            }
            (Self::UnknownProfile { .. }, Language::En) => "add the profile or correct its number",
            (Self::UnknownPerson { .. }, Language::Id) => {
                "tambahkan pegawai atau perbaiki kuncinya"
            }
            (Self::UnknownPerson { .. }, Language::En) => "add the person or correct the key",
            (Self::UnknownCompetency { .. } | Self::UnknownSource { .. }, Language::Id) => {
                "perbaiki kodenya"
            }
            (Self::UnknownCompetency { .. } | Self::UnknownSource { .. }, Language::En) => {
                "correct the code"
            }
            (Self::NotALevel { .. }, Language::Id) => "petakan nilai ke level 1 sampai 5",
            (Self::NotALevel { .. }, Language::En) => "map the value to a level of 1 to 5",
        }
        .to_owned()
    }
}
